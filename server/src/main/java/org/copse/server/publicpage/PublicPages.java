package org.copse.server.publicpage;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.copse.server.system.ContentVersion;
import org.copse.server.system.PageShell;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.copse.server.system.TileSettings;
import org.copse.server.words.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes public pages. */
@Component
public class PublicPages {
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final SpringTemplateEngine engine = engine();
    private final String importMap = new PageShell().importMap();
    private final PublicSettings settings;
    private final TileSettings tiles;

    PublicPages(PublicSettings settings, TileSettings tiles) {
        this.settings = settings;
        this.tiles = tiles;
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setTemplateEngineMessageSource(new TemplateWords());
        return engine;
    }

    /**
     * What every page knows of itself.
     *
     * @param language in its speakers' words
     * @param path after the language
     * @param root where residents reach the server
     * @param emergency whom to call in danger
     */
    public record Frame(
            String code,
            String language,
            String direction,
            String path,
            String name,
            String emergency,
            List<Edition> editions,
            String root,
            String importMap,
            String tileUrl,
            String tileAttribution) {
        /** Returns its whole address. */
        public String address() {
            return root + "/" + code + path;
        }
    }

    /** The same page in a language. */
    public record Edition(String code, String name, String address, boolean current) {}

    /** Returns the language of an address, or ends the request in {@link ProblemType#NOT_FOUND}. */
    public static Language language(String code) {
        return Language.ofCode(code)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no page in this language."));
    }

    /** Returns the page as a browser may keep it: it asks each time whether it changed. */
    public ResponseEntity<byte[]> show(PublicPage page) {
        byte[] html = html(page);
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .eTag(ContentVersion.of(html))
                .body(html);
    }

    /** Returns the page as the answer to a form, which nobody keeps. */
    public ResponseEntity<byte[]> answer(PublicPage page) {
        return answer(HttpStatus.OK, page);
    }

    /** As above, of a form that did not do what it was sent for. */
    public ResponseEntity<byte[]> answer(HttpStatus status, PublicPage page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(html(page));
    }

    /** Returns where residents reach this server, without a slash at its end. */
    public String root() {
        String configured = settings.url();
        return configured != null
                ? configured
                : ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }

    private byte[] html(PublicPage page) {
        Context context = new Context(page.language().locale());
        page.content().forEach(context::setVariable);
        context.setVariable("page", frame(page));
        context.setVariable("words", page.words());
        return engine.process(page.template(), context).getBytes(StandardCharsets.UTF_8);
    }

    private Frame frame(PublicPage page) {
        String root = root();
        List<Edition> editions = Arrays.stream(Language.values())
                .map(language -> new Edition(
                        language.code(),
                        language.ownName(),
                        root + "/" + language.code() + page.path(),
                        language == page.language()))
                .toList();
        return new Frame(
                page.language().code(),
                page.language().ownName(),
                page.language().direction(),
                page.path(),
                settings.name(),
                settings.emergency(),
                editions,
                root,
                importMap,
                orEmpty(tiles.url()),
                orEmpty(tiles.attribution()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Returns a redirect to a page in the language that the reader's browser asks for. */
    public static ResponseEntity<Void> negotiated(Iterable<java.util.Locale> wanted, String path) {
        return ResponseEntity.status(302)
                .location(URI.create("/" + Language.preferred(wanted).code() + path))
                .varyBy("Accept-Language")
                .cacheControl(CacheControl.noCache())
                .build();
    }
}
