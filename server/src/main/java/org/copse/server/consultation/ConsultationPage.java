package org.copse.server.consultation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.copse.server.consultation.Consultation.Answer;
import org.copse.server.consultation.Consultation.Comment;
import org.copse.server.consultation.Consultation.Outreach;
import org.copse.server.publication.AreaName;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publicpage.BeatMap;
import org.copse.server.system.PageShell;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Writes the page of a consultation. Whatever anybody wrote is escaped. */
final class ConsultationPage {
    private static final Pattern PLACE = Pattern.compile("\\{(title|content)}");

    private final String shell = new PageShell().page("consultation");

    /**
     * What the page shows.
     *
     * @param open whether comments are taken today
     */
    record Content(
            String plan,
            Consultation consultation,
            boolean open,
            List<BeatTerritory> beats,
            List<BoundaryReason> reasons,
            List<Comment> comments,
            List<Answer> answers,
            List<Outreach> outreach) {}

    /**
     * Who looks.
     *
     * @param key of the link, repeated in the form
     * @param sent whether they have just sent a comment
     * @param refused what they wrote, and the message that says why it was not taken; null where nothing was refused
     */
    record Visit(@Nullable String key, boolean sent, String csrfName, String csrf, @Nullable Refused refused) {}

    /** A comment that was not taken: its words are not lost. */
    record Refused(String message, String words) {}

    String html(Content content, Words words, Visit visit) {
        String title = words.say("consult.title", Map.of("plan", content.plan()));
        String main = languages(words, visit)
                + "<h1>" + escape(title) + "</h1>\n"
                + notice(content, words, visit)
                + refusal(words, visit)
                + prose(content.consultation().intro())
                + map(content, words)
                + boundaries(content, words)
                + answers(content, words)
                + comments(content, words)
                + (content.open() ? form(content, words, visit) : "")
                + outreach(content, words);
        return PLACE.matcher(shell.replace("<html lang=\"en\">", html(words.language())))
                .replaceAll(place -> Matcher.quoteReplacement(place.group(1).equals("title") ? escape(title) : main));
    }

    private static String html(Language language) {
        return "<html lang=\"" + language.code() + "\" dir=\"" + language.direction() + "\">";
    }

    private static String languages(Words words, Visit visit) {
        StringBuilder links = new StringBuilder(
                "<nav class=\"row small\" aria-label=\"" + escape(words.say("header.language")) + "\">");
        for (Language language : Language.values()) {
            String key = visit.key() == null ? "" : "&amp;key=" + escape(visit.key());
            links.append("<a lang=\"" + language.code() + "\" hreflang=\"" + language.code() + "\" href=\"?lang="
                    + language.code() + key + "\""
                    + (language == words.language() ? " aria-current=\"true\"" : "") + ">"
                    + escape(language.ownName()) + "</a>");
        }
        return links.append("</nav>\n").toString();
    }

    private static String notice(Content content, Words words, Visit visit) {
        Consultation consultation = content.consultation();
        String until = words.date(consultation.closesOn());
        String state = words.say(content.open() ? "consult.open" : "consult.closed", Map.of("date", until));
        return (visit.sent()
                        ? "<p class=\"notice\" role=\"status\"><span>" + escape(words.say("consult.sent"))
                                + "</span></p>\n"
                        : "")
                + "<p class=\"lead\">" + escape(state) + "</p>\n"
                + Optional.ofNullable(consultation.closedAt())
                        .map(closed -> consultation.summary())
                        .map(summary -> section(words.say("consult.summary"), prose(summary)))
                        .orElse("");
    }

    private static String refusal(Words words, Visit visit) {
        Refused refused = visit.refused();
        return refused == null
                ? ""
                : "<p class=\"notice error\" role=\"alert\"><span>" + escape(words.say(refused.message()))
                        + " <a href=\"#words\">" + escape(words.say("consult.words")) + "</a></span></p>\n";
    }

    private static String map(Content content, Words words) {
        Map<String, List<BeatTerritory>> bySector = content.beats().stream()
                .collect(Collectors.groupingBy(
                        BeatTerritory::sectorName, java.util.LinkedHashMap::new, Collectors.toList()));
        String list = bySector.entrySet().stream()
                .map(sector -> "<li><strong>" + bdi(AreaName.plain(sector.getKey())) + "</strong>: "
                        + sector.getValue().stream()
                                .map(beat -> bdi(AreaName.plain(beat.name())))
                                .collect(Collectors.joining(escape(words.say("list.comma"))))
                        + "</li>")
                .collect(Collectors.joining("\n"));
        return section(
                words.say("consult.map"),
                BeatMap.svg(
                                content.beats(),
                                words.say(
                                        "consult.mapLabel",
                                        Map.of("n", content.beats().size()))) + "<h3>"
                        + escape(words.say("consult.beats")) + "</h3>\n<ul>" + list + "</ul>\n");
    }

    private static String boundaries(Content content, Words words) {
        if (content.reasons().isEmpty()) {
            return "";
        }
        Map<String, String> names = names(content);
        String rows = content.reasons().stream()
                .map(one -> "<li>" + escape(words.say("consult.between", between(one, names, words))) + " "
                        + escape(words.say(reason(one, words))) + "</li>")
                .collect(Collectors.joining("\n"));
        return section(
                words.say("consult.boundaries"),
                "<p class=\"quiet\">" + escape(words.say("consult.boundariesHint")) + "</p>\n<details><summary>"
                        + escape(words.say(
                                "consult.boundariesAll",
                                Map.of("n", content.reasons().size())))
                        + "</summary><ul>" + rows + "</ul></details>\n");
    }

    private static String reason(BoundaryReason one, Words words) {
        String key = "consult.reason." + (one.cause().equals("term") ? one.term() : one.cause());
        return words.knows(key) ? key : "consult.reason.other";
    }

    private static Map<String, String> between(BoundaryReason one, Map<String, String> names, Words words) {
        return between(one.beat(), one.otherBeat(), names, words);
    }

    private static Map<String, String> between(String beat, String other, Map<String, String> names, Words words) {
        return Map.of(
                "a", AreaName.ofBeat(names.getOrDefault(beat, beat), words),
                "b", AreaName.ofBeat(names.getOrDefault(other, other), words));
    }

    private static Map<String, String> names(Content content) {
        Map<String, String> names = new HashMap<>();
        content.beats().forEach(beat -> names.put(beat.id(), beat.name()));
        return names;
    }

    private static String answers(Content content, Words words) {
        if (content.answers().isEmpty()) {
            return "";
        }
        String rows = content.answers().stream()
                .map(one -> "<div class=\"card\" id=\"answer-" + one.id() + "\"><h3>"
                        + escape(words.say("consult.youSaid")) + "</h3>" + prose(one.said()) + "<h3>"
                        + escape(words.say("consult.weDid")) + "</h3>" + prose(one.did()) + "</div>")
                .collect(Collectors.joining("\n"));
        return section(words.say("consult.answers"), rows);
    }

    private static String comments(Content content, Words words) {
        Map<String, String> names = names(content);
        Map<UUID, Answer> answers = content.answers().stream().collect(Collectors.toMap(Answer::id, one -> one));
        List<Comment> shown = content.comments().stream()
                .filter(one -> one.state().equals("shown"))
                .toList();
        String rows = shown.stream()
                .map(one -> "<li class=\"card\"><p class=\"small quiet\">"
                        + escape(about(one.beat(), one.otherBeat(), names, words)) + "</p>" + prose(one.words())
                        + Optional.ofNullable(one.answer())
                                .map(answers::get)
                                .map(answer -> "<p class=\"small\"><a href=\"#answer-" + answer.id() + "\">"
                                        + escape(words.say("consult.seeAnswer")) + "</a></p>")
                                .orElse("")
                        + "</li>")
                .collect(Collectors.joining("\n"));
        return section(
                words.say("consult.comments"),
                shown.isEmpty()
                        ? "<p class=\"quiet\">" + escape(words.say("consult.noComments")) + "</p>\n"
                        : "<ul class=\"plain-list stack\">" + rows + "</ul>\n");
    }

    private static String about(@Nullable String beat, @Nullable String other, Map<String, String> names, Words words) {
        if (beat == null) {
            return words.say("consult.aboutPlan");
        }
        return other == null
                ? about(names.getOrDefault(beat, beat), words)
                : words.say("consult.aboutBoundary", between(beat, other, names, words));
    }

    private static String about(String beat, Words words) {
        return words.say("consult.aboutBeat", Map.of("beat", AreaName.plain(beat)));
    }

    private static String form(Content content, Words words, Visit visit) {
        Map<String, String> names = names(content);
        StringBuilder options =
                new StringBuilder("<option value=\"\">" + escape(words.say("consult.aboutPlan")) + "</option>");
        for (BeatTerritory beat : content.beats()) {
            options.append(option("beat:" + beat.id(), about(beat.name(), words)));
        }
        IntStream.range(0, content.reasons().size())
                .forEach(i -> options.append(option(
                        "boundary:" + i,
                        words.say(
                                "consult.aboutBoundary",
                                between(content.reasons().get(i), names, words)))));
        String key = visit.key() == null ? "" : hidden("key", visit.key());
        return section(
                words.say("consult.say"),
                """
                <form id="say" class="stack" method="post" action="/consultation/%s/comments">
                %s
                <div class="field"><label for="about">%s</label><select id="about" name="about">%s</select></div>
                <div class="field"><label for="words">%s</label>
                <textarea id="words" name="words" rows="6" maxlength="2000" required aria-describedby="words-hint">%s</textarea>
                <p class="hint" id="words-hint">%s</p></div>
                <button class="primary">%s</button>
                </form>
                """
                        .formatted(
                                content.consultation().plan(),
                                key + hidden("lang", words.language().code()) + hidden(visit.csrfName(), visit.csrf()),
                                escape(words.say("consult.about")),
                                options,
                                escape(words.say("consult.words")),
                                escape(Optional.ofNullable(visit.refused())
                                        .map(Refused::words)
                                        .orElse("")),
                                escape(words.say("consult.wordsHint")),
                                escape(words.say("consult.send"))));
    }

    private static String outreach(Content content, Words words) {
        if (content.outreach().isEmpty()) {
            return "";
        }
        String rows = content.outreach().stream()
                .map(one -> "<tr><th scope=\"row\">" + bdi(one.who()) + "</th><td>"
                        + escape(words.say("consult.reached." + one.reached())) + "</td><td>" + bdi(one.how())
                        + "</td><td>" + bdi(one.note()) + "</td></tr>")
                .collect(Collectors.joining("\n"));
        return section(
                words.say("consult.outreach"),
                "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
                        + escape(words.say("consult.outreach")) + "\"><table><thead><tr><th scope=\"col\">"
                        + escape(words.say("consult.who")) + "</th><th scope=\"col\">"
                        + escape(words.say("consult.reached")) + "</th><th scope=\"col\">"
                        + escape(words.say("consult.how")) + "</th><th scope=\"col\">"
                        + escape(words.say("consult.note")) + "</th></tr></thead><tbody>" + rows
                        + "</tbody></table></div>\n");
    }

    private static String option(String value, String words) {
        return "<option value=\"" + escape(value) + "\">" + escape(words) + "</option>";
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + escape(name) + "\" value=\"" + escape(value) + "\" />";
    }

    private static String section(String heading, String content) {
        return "<section class=\"section\"><h2>" + escape(heading) + "</h2>\n" + content + "</section>\n";
    }

    private static String prose(String text) {
        return "<p class=\"prose\" dir=\"auto\">" + escape(text) + "</p>\n";
    }

    private static String bdi(String text) {
        return "<bdi>" + escape(text) + "</bdi>";
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
