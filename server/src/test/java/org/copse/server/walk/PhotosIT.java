package org.copse.server.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.copse.server.DebianTool;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Photos come in pieces, go on where they broke off, and lose what is not the picture. */
@OnBothDatabases
public class PhotosIT {
    private final RunningServer server;
    private final Phone phone;

    PhotosIT(TestDatabase database) {
        server = database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        phone = new Phone(server.visitor().signInAs("officer"), UUID.randomUUID()).begun();
    }

    @Test
    void goesOnWhereItBrokeOff() {
        byte[] photo = jpeg(200, 100);
        assertThat(Phone.ok(phone.putPhoto(photo, 0, 400)).get("received").asInt())
                .isEqualTo(400);
        assertThat(Phone.ok(phone.putPhoto(photo, 0, 400)).get("received").asInt())
                .as("the same piece again changes nothing")
                .isEqualTo(400);

        HttpResponse<String> hole = phone.putPhoto(photo, 600, photo.length);

        assertThat(hole.statusCode()).isEqualTo(409);
        assertThat(Visitor.json(hole).get("received").asInt()).isEqualTo(400);
        assertThat(phone.manifest().get("photos").get(0).get("stored").asBoolean())
                .isFalse();
        assertThat(Phone.ok(phone.putPhoto(photo, 400, photo.length))
                        .get("stored")
                        .asBoolean())
                .isTrue();
        assertThat(Phone.ok(phone.putPhoto(photo, 0, 400)).get("stored").asBoolean())
                .as("what is stored stays so")
                .isTrue();
        JsonNode row = phone.manifest().get("photos").get(0);
        assertThat(row.get("sha256").asString()).isEqualTo(Received.sha256(photo));
        assertThat(row.get("stored").asBoolean()).isTrue();
        assertThat(row.get("received").asInt()).isEqualTo(photo.length);
    }

    @Test
    void aPhotoIsDrawnAnewAndHoldsNothingButThePicture() {
        byte[] photo = withExif(jpeg(200, 100), "GPS 50.8503 N 4.3517 E, a camera");
        Phone.ok(phone.putPhoto(photo, 0, photo.length));
        Phone.ok(phone.put("/findings/" + UUID.randomUUID(), naming(1, Received.sha256(photo))));

        HttpResponse<String> answer = phone.officer.get(phone.at("/photos/" + Received.sha256(photo)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        byte[] kept = server.bean(Photos.class).getJpeg(phone.walk, Received.sha256(photo));
        String bytes = new String(kept, StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("Exif", "GPS", "camera");
        assertThat(DebianTool.run("exiftool", kept, "-s", "-G", "-j", "-"))
                .as("by who knows metadata")
                .contains("\"File:MIMEType\": \"image/jpeg\"")
                .doesNotContain("EXIF:", "XMP:", "IPTC:", "MakerNotes:", "ICC_Profile:", "File:Comment", "Warning");
        BufferedImage picture = read(kept);
        assertThat(picture.getWidth()).isEqualTo(200);
        assertThat(new Color(picture.getRGB(50, 50)).getRed())
                .as("the picture itself is there")
                .isGreaterThan(200);
    }

    @Test
    void aPhotoIsSeenOnlyWhileAFindingNamesIt() {
        byte[] photo = jpeg(90, 60);
        String hash = Received.sha256(photo);
        String finding = "/findings/" + UUID.randomUUID();
        Phone.ok(phone.putPhoto(photo, 0, photo.length));
        assertThat(photoStatus(hash)).as("no finding yet").isEqualTo(404);

        Phone.ok(phone.put(finding, naming(1, hash)));
        assertThat(photoStatus(hash)).isEqualTo(200);
        assertThat(phone.officer
                        .get("/api/v1/walks/" + UUID.randomUUID() + "/photos/" + hash)
                        .statusCode())
                .as("of another walk")
                .isEqualTo(404);

        Phone.ok(phone.put(finding, naming(2, "0".repeat(64))));
        assertThat(photoStatus(hash)).as("left out").isEqualTo(404);
        Phone.ok(phone.put(finding, naming(3, hash)));
        assertThat(photoStatus(hash)).as("named again: nothing is lost").isEqualTo(200);
        Phone.ok(phone.put(finding, naming(4, hash).replace("\"photos\"", "\"removed\":true,\"photos\"")));
        assertThat(photoStatus(hash)).as("taken back").isEqualTo(404);
        assertThat(phone.manifest().get("photos").get(0).get("stored").asBoolean())
                .as("the phone is told what is stored")
                .isTrue();
    }

    private int photoStatus(String hash) {
        return phone.officer.get(phone.at("/photos/" + hash)).statusCode();
    }

    private static String naming(int version, String hash) {
        return Phone.findingBody(version, "Lamp out").replace("\"words\"", "\"photos\":[\"" + hash + "\"],\"words\"");
    }

    @Test
    void refusesBytesThatAreNotWhatTheirNameSays() {
        byte[] photo = jpeg(64, 64);
        String other = Received.sha256(new byte[] {1});

        HttpResponse<String> answer = phone.putPhoto(other, photo, 0, photo.length);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(phone.manifest().get("photos").size())
                .as("nothing of it is kept")
                .isZero();
    }

    @Test
    void refusesWhatIsNoPhotoOrTooLarge() {
        byte[] text = "<html>Sign in to the network</html>".getBytes(StandardCharsets.UTF_8);
        assertThat(phone.putPhoto(text, 0, text.length).statusCode()).isEqualTo(422);
        byte[] cut = java.util.Arrays.copyOf(jpeg(64, 64), 30);
        assertThat(phone.putPhoto(cut, 0, cut.length).statusCode()).isEqualTo(422);
        byte[] bomb = claiming(jpeg(64, 64), 60_000, 60_000);
        HttpResponse<String> answer = phone.putPhoto(bomb, 0, bomb.length);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("60000 by 60000");
        assertThat(phone.putPhoto(new byte[7_000_000], 0, 1000).statusCode()).isEqualTo(413);
        assertThat(phone.manifest().get("photos").size()).isZero();
    }

    @Test
    void refusesAddressesAndRangesThatMeanNothing() {
        byte[] photo = jpeg(64, 64);
        assertThat(phone.putPhoto("x", photo, 0, 10).statusCode()).isEqualTo(400);
        assertThat(phone.putPhoto("A".repeat(64), photo, 0, 10).statusCode()).isEqualTo(400);
        assertThat(phone.officer.get(phone.at("/photos/" + "0".repeat(64))).statusCode())
                .isEqualTo(404);
        assertThat(phone.put("/photos/" + "0".repeat(64), "{}").statusCode())
                .as("without Content-Range")
                .isEqualTo(400);
        assertThat(new Phone(phone.officer, UUID.randomUUID())
                        .putPhoto(photo, 0, 10)
                        .statusCode())
                .as("without its walk")
                .isEqualTo(404);
    }

    public static byte[] jpeg(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage read(byte[] jpeg) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a segment APP1, as cameras do, behind the picture's first two bytes, and words behind its end. */
    public static byte[] withExif(byte[] jpeg, String words) {
        byte[] text = ("Exif\0\0" + words).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        made.write(jpeg, 0, 2);
        made.write(0xFF);
        made.write(0xE1);
        made.write((text.length + 2) >> 8);
        made.write((text.length + 2) & 0xFF);
        made.writeBytes(text);
        made.write(jpeg, 2, jpeg.length - 2);
        made.writeBytes(text);
        return made.toByteArray();
    }

    /** Writes another size into the frame's header. */
    public static byte[] claiming(byte[] jpeg, int width, int height) {
        byte[] changed = jpeg.clone();
        for (int i = 2; i < changed.length - 9; i++) {
            if (changed[i] == (byte) 0xFF && changed[i + 1] == (byte) 0xC0) {
                changed[i + 5] = (byte) (height >> 8);
                changed[i + 6] = (byte) height;
                changed[i + 7] = (byte) (width >> 8);
                changed[i + 8] = (byte) width;
                return changed;
            }
        }
        throw new AssertionError("no frame");
    }
}
