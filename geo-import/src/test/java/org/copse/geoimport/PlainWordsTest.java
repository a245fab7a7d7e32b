package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an import says is for people: no words of libraries, no names of classes. */
class PlainWordsTest {
    private static final Pattern FOR_PROGRAMMERS = Pattern.compile(
            "REDACTED|StreamRead|StreamConstraint|\\w+Exception\\b|\\bjava\\.|org\\.|tools\\.jackson|SQLITE|INCLUDE_SOURCE"
                    + "|ParserConstants|\\bnull\\b.*invoke|Unexpected character|expecting|\\[B@|JsonToken|charset\\.",
            Pattern.CASE_INSENSITIVE);

    @Test
    void noRefusalOrFindingSpeaksLikeALibrary() throws IOException, URISyntaxException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> hostile = Files.walk(RealData.find("nasty"));
                Stream<Path> seeds = Files.walk(Path.of(
                        Objects.requireNonNull(getClass().getResource("/fuzz")).toURI()))) {
            hostile.filter(Files::isRegularFile).forEach(files::add);
            seeds.filter(Files::isRegularFile).forEach(files::add);
        }
        List<String> wrong = new ArrayList<>();
        int sentences = 0;
        for (Path file : files) {
            for (String sentence : said(file)) {
                sentences++;
                String name = String.valueOf(file.getFileName());
                if (FOR_PROGRAMMERS.matcher(sentence.replace(name, "")).find()) {
                    wrong.add(name + ": " + sentence);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(sentences).isGreaterThan(300);
    }

    private static List<String> said(Path file) {
        List<String> said = new ArrayList<>();
        ImportReport report = null;
        try {
            report = LayerImport.read(ImportRequest.of(file, LayerKind.PLAIN)).report();
        } catch (ImportRefused refused) {
            said.add(refused.where() + ": " + refused.what() + " " + refused.whatToDo());
            report = refused.report().orElse(null);
        }
        if (report != null) {
            report.warnings().forEach(warning -> said.add(warning.code() + ": " + warning.what()));
            report.rejections().forEach(rejection -> said.add(rejection.code() + ": " + rejection));
        }
        return said;
    }
}
