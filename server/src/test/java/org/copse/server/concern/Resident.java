package org.copse.server.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.server.Visitor;
import org.copse.server.area.TwoAreas;

/** Somebody at the form, with a browser without script. */
final class Resident {
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final Pattern CODE =
            Pattern.compile("<p class=\"code\" id=\"code\"><bdi dir=\"ltr\">([a-z2-9-]{23})</bdi>");

    private final Visitor visitor;
    private final String language;

    Resident(Visitor visitor, String language) {
        this.visitor = visitor;
        this.language = language;
    }

    /** Sends the first page; {@code fields} alternate name and value. */
    HttpResponse<String> check(String... fields) {
        return TwoAreas.send(visitor, "/" + language + "/concern", fields);
    }

    /** Returns what the page to check would send, but for photo and contact. */
    static Map<String, String> hidden(HttpResponse<String> page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = HIDDEN.matcher(page.body());
        while (field.find()) {
            fields.put(field.group(1), unescaped(field.group(2)));
        }
        return fields;
    }

    private static String unescaped(String text) {
        return text.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** Sends the second page, with a photo where there is one. */
    HttpResponse<String> send(Map<String, String> fields, byte[] photo, String... headers) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(
                "--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"IMG.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(photo);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 4);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "multipart/form-data; boundary=x";
        all[headers.length + 2] = "Accept";
        all[headers.length + 3] = "text/html";
        return visitor.exchange(
                "POST", "/" + language + "/concern/send", BodyPublishers.ofByteArray(body.toByteArray()), all);
    }

    /** Goes through both pages and returns the code of the receipt. */
    String files(String words, String place, String contact, byte[] photo) {
        HttpResponse<String> checked = check("category", "noise", "words", words, "address", place);
        assertThat(checked.statusCode()).as(checked.body()).isEqualTo(200);
        Map<String, String> fields = hidden(checked);
        fields.put("contact", contact);
        return code(send(fields, photo));
    }

    static String code(HttpResponse<String> receipt) {
        Matcher code = CODE.matcher(receipt.body());
        assertThat(code.find()).as(receipt.statusCode() + receipt.body()).isTrue();
        return code.group(1);
    }

    HttpResponse<String> status(String code) {
        return TwoAreas.send(visitor, "/" + language + "/concern/status", "code", code);
    }
}
