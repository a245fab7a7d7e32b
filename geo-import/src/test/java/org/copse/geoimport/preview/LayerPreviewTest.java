package org.copse.geoimport.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.copse.geoimport.AttributeTag;
import org.copse.geoimport.AttributeTag.Measure;
import org.copse.geoimport.AttributeTag.Sensitivity;
import org.copse.geoimport.DataUse;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.LonLatBox;
import org.copse.geoimport.Reading;
import org.copse.geoimport.Role;
import org.copse.geoimport.preview.LayerPreview.Column;
import org.copse.geoimport.preview.LayerPreview.CrsAlternative;
import org.copse.geoimport.preview.LayerPreview.Notice;
import org.copse.geoimport.preview.LayerPreview.RoleChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerPreviewTest {
    private static final LonLatBox BRUSSELS = new LonLatBox(4.2, 50.7, 4.6, 51.0);

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static ImportRequest plain(Path file) {
        return ImportRequest.of(file, LayerKind.PLAIN);
    }

    private static LayerPreview.CrsChoice crs(LayerPreview preview) {
        return Objects.requireNonNull(preview.crs());
    }

    private static LayerPreview.TextChoice text(LayerPreview preview) {
        return Objects.requireNonNull(preview.text());
    }

    private static Map<Role, String> taken(LayerPreview preview) {
        return preview.roles().stream()
                .filter(choice -> choice.field() != null && choice.confidence() >= 0.5)
                .collect(Collectors.toMap(RoleChoice::role, choice -> String.valueOf(choice.field())));
    }

    private static Map<String, AttributeTag> tags(LayerPreview preview) {
        return preview.columns().stream().collect(Collectors.toMap(Column::name, Column::tag));
    }

    @Test
    void showsHowATableIsWritten() throws IOException {
        String text = "Straße;Anzahl\nGrüne Gasse;3\nWeg;4\n";
        Path file = Files.write(folder.resolve("t.csv"), text.getBytes(Charset.forName("windows-1252")));
        LayerPreview preview = LayerPreview.of(plain(file));
        assertThat(preview.format()).isEqualTo("CSV (semicolons)");
        assertThat(text(preview).encoding()).isEqualTo("windows-1252");
        assertThat(text(preview).encodingCertain()).isFalse();
        assertThat(text(preview).otherEncodings()).contains("UTF-8", "IBM850");
        assertThat(text(preview).delimiter()).isEqualTo(";");
        assertThat(preview.rows()).hasSize(2);
        assertThat(preview.rows().get(0).values()).containsEntry("Straße", "Grüne Gasse");
        assertThat(preview.features()).isEqualTo(2);
        assertThat(preview.crs()).isNull();
    }

    @Test
    void readsAnotherEncodingAndDelimiterWhenTold() throws IOException {
        String text = "name|a,b\nBœuf|1,2\nEau|3,4\n";
        Path file = Files.write(folder.resolve("t.csv"), text.getBytes(Charset.forName("ISO-8859-15")));
        LayerPreview preview = LayerPreview.of(
                plain(file).read(Reading.detected().encoded("ISO-8859-15").delimitedBy('|')));
        assertThat(preview.columns()).extracting(Column::name).containsExactly("name", "a,b");
        assertThat(preview.rows().get(0).values()).containsEntry("name", "Bœuf");
        assertThat(text(preview).encodingCertain()).isTrue();
    }

    @Test
    void listsTheLayersOfAFileAndShowsTheFirst() throws IOException {
        Path zip = folder.resolve("two.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : new String[] {"north.csv", "south.csv"}) {
                out.putNextEntry(new ZipEntry(name));
                out.write((name.substring(0, 5) + ",lon,lat\nx,4.4,50.8\n").getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        LayerPreview undecided = LayerPreview.of(plain(zip));
        assertThat(undecided.layers())
                .containsExactly(
                        new LayerPreview.LayerChoice("north", true), new LayerPreview.LayerChoice("south", false));
        assertThat(undecided.undecided()).contains("layer");
        LayerPreview south = LayerPreview.of(plain(zip).ofLayer("south"));
        assertThat(south.columns()).extracting(Column::name).contains("south");
        assertThat(south.undecided()).doesNotContain("layer");
    }

    @Test
    void saysThatDegreesAreGuessedAndOffersThemSwapped() throws IOException {
        Path file = file("p.csv", "name,x,y\na,50.85,4.35\nb,50.86,4.36\n");
        LayerPreview preview = LayerPreview.of(plain(file).as(LayerKind.PLACES).inDistrict(BRUSSELS));
        assertThat(crs(preview).certain()).isFalse();
        assertThat(crs(preview).reason().what()).contains("guessed");
        assertThat(crs(preview).reason().code()).isEqualTo("crs-degrees");
        assertThat(preview.notices()).extracting(Notice::code).contains("axes-swapped");
        assertThat(crs(preview).alternatives()).anySatisfy(alternative -> {
            assertThat(alternative.swapAxes()).isTrue();
            assertThat(alternative.lonLat()).isEqualTo(new LonLatBox(4.35, 50.85, 4.36, 50.86));
        });
        LayerPreview swapped = LayerPreview.of(plain(file)
                .as(LayerKind.PLACES)
                .inDistrict(BRUSSELS)
                .read(Reading.detected().swapped(true)));
        assertThat(swapped.notices()).extracting(Notice::code).doesNotContain("axes-swapped");
        assertThat(swapped.rows().get(0).lon()).isEqualTo(4.35);
    }

    @Test
    void offersTheGridsThatNumbersFitWithWhatEachWouldMean() throws IOException {
        Path file = file("p.csv", "name,x,y\na,149000,170000\nb,149500,170200\n");
        LayerPreview preview = LayerPreview.of(plain(file).as(LayerKind.PLACES));
        assertThat(preview.undecided()).contains("crs");
        assertThat(crs(preview).lonLat()).isNull();
        assertThat(crs(preview).alternatives()).extracting(CrsAlternative::code).contains("EPSG:31370", "EPSG:27700");
        CrsAlternative belgian = crs(preview).alternatives().stream()
                .filter(alternative -> alternative.code().equals("EPSG:31370"))
                .findFirst()
                .orElseThrow();
        assertThat(belgian.lonLat().west()).isCloseTo(4.3545, within(1e-3));
        assertThat(belgian.lonLat().south()).isCloseTo(50.8404, within(1e-3));
    }

    @Test
    void takesTheOnlyGridThatPutsPositionsIntoTheDistrict() throws IOException {
        Path file = file("p.csv", "name,x,y\na,149000,170000\nb,149500,170200\n");
        LayerPreview preview = LayerPreview.of(plain(file).as(LayerKind.PLACES).inDistrict(BRUSSELS));
        assertThat(crs(preview).code()).isEqualTo("EPSG:31370");
        assertThat(crs(preview).certain()).isFalse();
        assertThat(preview.undecided()).doesNotContain("crs");
    }

    @Test
    void saysThatAStatedCrsPutsPositionsOutsideTheDistrict() throws IOException {
        Path file = file("p.csv", "name,x,y\na,149000,170000\n");
        LayerPreview preview = LayerPreview.of(
                plain(file).as(LayerKind.PLACES).inCrs("EPSG:27700").inDistrict(BRUSSELS));
        assertThat(crs(preview).certain()).isFalse();
        assertThat(preview.notices()).extracting(Notice::code).contains("positions-elsewhere");
        assertThat(crs(preview).alternatives()).extracting(CrsAlternative::code).startsWith("EPSG:27700", "EPSG:31370");
    }

    @Test
    void proposesKindsByGeometryAndColumns() throws IOException {
        assertThat(LayerPreview.of(plain(file("i.csv", "Datum;Soort;lon;lat\n2024-01-02;lawaai;4.4;50.8\n")))
                        .kind())
                .isEqualTo(LayerKind.INCIDENTS);
        assertThat(LayerPreview.of(plain(file("a.csv", "LON,LAT,NUMBER,STREET,CITY,POSTCODE\n4.4,50.8,1,Kaai,X,1\n")))
                        .kind())
                .isEqualTo(LayerKind.ADDRESSES);
        assertThat(LayerPreview.of(plain(file("p.csv", "Code,Population\na,10\nb,20\n")))
                        .kind())
                .isEqualTo(LayerKind.POPULATION);
        assertThat(LayerPreview.of(plain(file("s.csv", "area;question;n;share\na;Safe?;120;0.6\nb;Safe?;80;0.7\n")))
                        .kind())
                .isEqualTo(LayerKind.SURVEYS);
    }

    @Test
    void findsDatesAndInitiatorsByTheirValues() throws IOException {
        LayerPreview preview = LayerPreview.of(plain(
                        file(
                                "i.csv",
                                """
                        wann_genau;wer;lon;lat
                        2024-01-02;police;4.4;50.8
                        03/02/2024;resident;4.4;50.8
                        2024-05-06;unknown;4.4;50.8
                        """))
                .as(LayerKind.INCIDENTS));
        assertThat(taken(preview)).containsEntry(Role.DATE, "wann_genau").containsEntry(Role.INITIATOR, "wer");
        assertThat(preview.roles())
                .filteredOn(choice -> choice.role() == Role.DATE)
                .allSatisfy(choice -> {
                    assertThat(choice.reason().what()).contains("100 % are dates");
                    // The same for readers of other languages.
                    assertThat(choice.reason().code()).isEqualTo("values-date");
                    assertThat(choice.reason().values()).containsEntry("percent", 100L);
                });
    }

    @Test
    void tagsColumnsAndAsksForAPurposeWhereOneIsOfASpecialCategory() throws IOException {
        Path file = file(
                "u.csv",
                """
                code;inwoners;aandeel 65+;inkomen;aantal moslims;quartier
                a;900;0.2;1800.5;40;Noord
                b;800;0.25;1700.5;30;Zuid
                """);
        LayerPreview preview = LayerPreview.of(plain(file).as(LayerKind.POPULATION));
        assertThat(tags(preview))
                .containsEntry("code", AttributeTag.PLAIN)
                .containsEntry("inwoners", new AttributeTag(Measure.COUNT, Sensitivity.ORDINARY))
                .containsEntry("aandeel 65+", new AttributeTag(Measure.SHARE, Sensitivity.ORDINARY))
                .containsEntry("inkomen", new AttributeTag(Measure.INDEX, Sensitivity.SPECIAL))
                .containsEntry("aantal moslims", new AttributeTag(Measure.COUNT, Sensitivity.SPECIAL))
                .containsEntry("quartier", AttributeTag.PLAIN);
        assertThat(preview.needsPurpose()).isTrue();
        AttributeTag ordinary = new AttributeTag(Measure.COUNT, Sensitivity.ORDINARY);
        DataUse use = DataUse.unstated().with("aantal moslims", ordinary).with("inkomen", ordinary, "an example");
        LayerPreview told = LayerPreview.of(plain(file).as(LayerKind.POPULATION).usedFor(use));
        assertThat(told.needsPurpose()).isFalse();
        assertThat(told.undecided()).as("a reason for the other column").containsExactly("tag-reason");
    }

    @Test
    void tagsSpecialCategoriesInFiveLanguages() throws IOException {
        for (String header : new String[] {
            "religion_muslim", "PopNationalité", "aantal vreemdelingen", "Ausländer", "عدد المسلمين ديانة مسلم"
        }) {
            LayerPreview preview = LayerPreview.of(
                    plain(file("u.csv", "code;" + header + "\na;4\nb;7\n")).as(LayerKind.POPULATION));
            assertThat(Objects.requireNonNull(tags(preview).get(header)).special())
                    .as(header)
                    .isTrue();
        }
        for (String header : new String[] {"terrasse", "originalcode", "grasland", "Wasserfläche", "partement"}) {
            LayerPreview preview = LayerPreview.of(
                    plain(file("u.csv", "code;" + header + "\na;4\nb;7\n")).as(LayerKind.POPULATION));
            // Nothing in the header: at most that nobody says what the numbers are of.
            assertThat(preview.columns().get(1).tagReason().what()).as(header).doesNotContain("its header has");
        }
    }

    @Test
    void saysWhichRoleIsMissing() throws IOException {
        LayerPreview preview = LayerPreview.of(
                plain(file("s.csv", "gebied;vraag\na;Veilig?\nb;Veilig?\n")).as(LayerKind.SURVEYS));
        assertThat(preview.undecided()).containsExactlyInAnyOrder("role:sample-size", "role:share");
    }

    @Test
    void refusesPersonsAlready() throws IOException {
        Path file = file("p.csv", "surname;date of birth;lon;lat\nX;1990-01-01;1;2\n");
        assertThatThrownBy(() -> LayerPreview.of(plain(file)))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("persons");
    }
}
