package org.copse.server.page;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.permission.Public;
import org.copse.server.system.ContentVersion;
import org.copse.server.system.PageShell;
import org.copse.server.words.Language;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recorder of walks: an app that is installed, with a worker that keeps its files on the phone and has no say outside of {@code /walk/}. The page holds nothing of
 * anybody, so it needs no sign-in; sending what it records does.
 */
@RestController
@Hidden
@Public
class RecorderController {
    private static final String PAGE = "/walk/";
    private final byte[] html;
    private final byte[] worker;

    RecorderController(JsonMapper json) {
        PageShell shell = new PageShell();
        html = shell.page("walk").getBytes(StandardCharsets.UTF_8);
        Map<String, String> files = new TreeMap<>();
        files.put(PAGE, sha256(html));
        shell.filesOf("walk").forEach(file -> files.put(file, sha256(read(file))));
        for (Language language : Language.values()) {
            String messages = "/assets/messages/" + language.code() + ".json";
            files.put(messages, sha256(read(messages)));
        }
        String list = json.writeValueAsString(files);
        worker = new String(read("/assets/js/walk/worker.js"), StandardCharsets.UTF_8)
                .replace("/* files */ {}", list)
                .replace(
                        "/* version */",
                        sha256(list.getBytes(StandardCharsets.UTF_8)).substring(0, 16))
                .getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping("/walk")
    ResponseEntity<Void> withoutSlash() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(PAGE))
                .build();
    }

    @GetMapping(PAGE)
    ResponseEntity<byte[]> page() {
        return answer(new MediaType("text", "html", StandardCharsets.UTF_8), html);
    }

    @GetMapping("/walk/worker.js")
    ResponseEntity<byte[]> worker() {
        return answer(new MediaType("text", "javascript", StandardCharsets.UTF_8), worker);
    }

    /** Where the recorder sends who has to sign in: it brings them back. */
    @GetMapping("/walk/sign-in")
    @AllowedTo(Permission.WALK_RECORD)
    ResponseEntity<Void> signedIn() {
        return withoutSlash();
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .eTag(ContentVersion.of(body))
                .body(body);
    }

    private static byte[] read(String file) {
        try {
            return new ClassPathResource("META-INF/resources" + file).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
