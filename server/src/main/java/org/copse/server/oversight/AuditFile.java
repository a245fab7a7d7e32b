package org.copse.server.oversight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.copse.server.audit.AuditEntry;
import org.copse.server.audit.PersonalField;
import org.copse.server.csv.CsvCell;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The log as a file. */
enum AuditFile {
    /** For a spreadsheet. */
    CSV("text/csv;charset=UTF-8") {
        @Override
        String head() {
            return "seq,at,action,account,address,subject_type,subject_id,reason,before,after,detail,erased,hash\r\n";
        }

        @Override
        String line(AuditEntry entry) {
            List<String> cells = Arrays.asList(
                    Long.toString(entry.seq()),
                    entry.at().toString(),
                    entry.action(),
                    entry.account(),
                    entry.address(),
                    entry.subjectType(),
                    entry.subjectId(),
                    entry.reason(),
                    entry.before(),
                    entry.after(),
                    entry.detail(),
                    entry.erased().stream().map(PersonalField::key).collect(Collectors.joining(" ")),
                    entry.hash());
            return cells.stream().map(AuditFile::cell).collect(Collectors.joining(",")) + "\r\n";
        }
    },
    /** For a program: one object a line. */
    JSONL("application/jsonl;charset=UTF-8") {
        @Override
        String head() {
            return "";
        }

        @Override
        String line(AuditEntry entry) {
            return JSON.writeValueAsString(entry) + "\n";
        }
    };

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String mediaType;

    AuditFile(String mediaType) {
        this.mediaType = mediaType;
    }

    static Optional<AuditFile> find(String format) {
        return Arrays.stream(values())
                .filter(file -> file.name().toLowerCase(Locale.ROOT).equals(format))
                .findFirst();
    }

    private static String cell(@Nullable String text) {
        return text == null ? "" : CsvCell.of(text);
    }

    String mediaType() {
        return mediaType;
    }

    abstract String head();

    abstract String line(AuditEntry entry);

    /** Writes what the source hands over. */
    void write(Writer out, Consumer<Consumer<AuditEntry>> source) throws IOException {
        out.write(head());
        try {
            source.accept(entry -> {
                try {
                    out.write(line(entry));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
