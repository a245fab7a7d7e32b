package org.copse.server.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * What all pages share, in {@code shell.html}, put around what is a page's own: the lines of its head, its body's tag, and what it shows
 * before its script arrives; a page without a script is whole as it is. The modules that a script imports are named in the head.
 */
public final class PageShell {
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\" src=\"([^\"]+)\"></script>");
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/(?:assets|webjars)/[^\"]+)\"");
    private static final Pattern PARTS = Pattern.compile("(.*?)(<body[^>]*>)\n(.*)", Pattern.DOTALL);

    private final String shell = read("shell.html");
    private final ModuleImports imports = new ModuleImports(found(IMPORT_MAP, shell));

    /** Returns the import map of all pages, which the policy admits by its hash. */
    public String importMap() {
        return found(IMPORT_MAP, shell);
    }

    /** Returns a page whole. */
    public String page(String name) {
        String own = read("pages/" + name + ".html");
        Matcher parts = PARTS.matcher(own);
        if (!parts.matches()) {
            throw new IllegalStateException("The page " + name + " has no body");
        }
        String preloads = SCRIPT.matcher(own)
                .results()
                .flatMap(script -> imports.of(script.group(1)).stream())
                .map(module -> "<link rel=\"modulepreload\" href=\"" + module + "\" />\n")
                .collect(Collectors.joining());
        return shell.replace(
                        "<!-- head -->\n", (parts.group(1) + preloads).indent(4).stripLeading())
                .replace("<!-- body -->", parts.group(2))
                .replace("      <!-- main -->\n", parts.group(3).indent(4));
    }

    /** Returns the addresses of all scripts and styles that a page loads, those that scripts import among them. */
    public Set<String> filesOf(String name) {
        String page = page(name);
        Set<String> files = new LinkedHashSet<>();
        FILE.matcher(page).results().forEach(file -> files.add(file.group(1)));
        return files;
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("META-INF/resources/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The file " + file + " is not on the class path", e);
        }
    }
}
