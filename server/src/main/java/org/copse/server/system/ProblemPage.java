package org.copse.server.system;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Problems as pages: for a person who followed a link that leads nowhere, and the page that explains a type. */
public final class ProblemPage {
    private ProblemPage() {}

    private static final Pattern OF_A_LANGUAGE = Pattern.compile("/([a-z]{2})(?:/.*)?");
    private static final String FAILED = new PageShell().page("problem");

    /**
     * Returns the page for a failed request: in English until its script says it in the language of the address, or else the reader's.
     *
     * @param path that was asked for
     */
    static String html(ProblemException problem, String path) {
        ProblemType type = problem.type();
        Matcher language = OF_A_LANGUAGE.matcher(path);
        String tag = "<html lang=\"en\">";
        String page = language.matches()
                ? FAILED.replace(tag, "<html lang=\"en\" data-language=\"" + language.group(1) + "\">")
                : FAILED;
        return page.replace("{slug}", type.slug())
                .replace("{title}", escape(type.title()))
                .replace("{detail}", escape(problem.detail()));
    }

    /** Returns the page that explains the type to the author of a client. */
    public static String explain(ProblemType type) {
        return page(
                type.title(),
                "<h1>" + escape(type.title()) + "</h1>\n<p class=\"lead\">" + escape(type.whatToDo()) + "</p>\n"
                        + "<dl><dt>Type</dt><dd><code>" + type.uri() + "</code></dd><dt>HTTP status</dt><dd>"
                        + type.status().value() + "</dd></dl>\n<p><a href=\"/problems\">All problem types</a></p>");
    }

    /** Returns the page that lists the catalogue. */
    public static String explainAll() {
        String rows = Arrays.stream(ProblemType.values())
                .map(type -> "<tr><td>" + type.status().value() + "</td><td><a href=\"" + type.uri() + "\">"
                        + type.slug() + "</a></td><td>" + escape(type.title()) + "</td></tr>")
                .collect(Collectors.joining("\n"));
        return page(
                "Problem types",
                "<h1>Problem types</h1>\n<p class=\"lead\">Every failure is answered as application/problem+json with one of"
                        + " these types.</p>\n"
                        + "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Problem types\">"
                        + "<table><thead><tr><th>Status</th><th>Type</th><th>Title</th></tr></thead><tbody>\n"
                        + rows + "\n</tbody></table></div>");
    }

    private static String page(String title, String main) {
        return """
                <!doctype html>
                <html lang="en">
                  <head>
                    <meta charset="utf-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <meta name="color-scheme" content="light dark">
                    <title>%s · Copse</title>
                    <link rel="icon" href="/assets/img/copse.svg" type="image/svg+xml">
                    <link rel="stylesheet" href="/assets/css/tokens.css">
                    <link rel="stylesheet" href="/assets/css/base.css">
                    <link rel="stylesheet" href="/assets/css/parts.css">
                  </head>
                  <body>
                    <main id="main"><div class="page">
                %s
                    </div></main>
                  </body>
                </html>
                """
                .formatted(escape(title), main);
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
