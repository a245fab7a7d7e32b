package org.copse.server.adoption;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copse.server.adoption.ChangeList.Change;
import org.copse.server.adoption.ChangeList.Street;
import org.copse.server.assignment.Assignments;
import org.copse.server.csv.CsvCell;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.permission.Public;
import org.copse.server.publication.AuthorityContact;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whose officer changes with a plan, street by street: for residents as a list, for letter boxes as a letter. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@Public
class ChangeListController {
    private static final String LINE_END = "\r\n";
    private static final String HEADER = "street,number,beat_before,officer_before,beat_after,officer_after";

    private final ChangeLists lists;
    private final Assignments assignments;
    private final AuthorityContact authority;

    ChangeListController(ChangeLists lists, Assignments assignments, AuthorityContact authority) {
        this.lists = lists;
        this.assignments = assignments;
        this.authority = authority;
    }

    /** Which letter; a street is in no address of ours. */
    record LetterRequest(@Nullable String street, @Nullable String language) {}

    @GetMapping("/changes")
    @Operation(summary = "Lists the addresses whose officer changes when the plan comes into force, street by street")
    ResponseEntity<ChangeList> changes(@PathVariable UUID plan) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(lists.get(plan));
    }

    @GetMapping(path = "/changes.csv", produces = "text/csv")
    @Operation(summary = "The same as a CSV file, a line for each address")
    void csv(@PathVariable UUID plan, HttpServletResponse response) throws IOException {
        ChangeList list = lists.get(plan);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"changes.csv\"");
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            out.write(HEADER + LINE_END);
            for (Street street : list.streets()) {
                for (Change change : street.changes()) {
                    for (String number : change.numbers()) {
                        out.write(row(street.name(), number, change) + LINE_END);
                    }
                }
            }
        }
    }

    private static String row(String street, String number, Change change) {
        return Stream.of(
                        street,
                        number,
                        change.before().beatName(),
                        change.before().officer(),
                        change.after().beatName(),
                        change.after().officer())
                .map(cell -> cell == null ? "" : CsvCell.of(cell))
                .collect(Collectors.joining(","));
    }

    @PostMapping(
            path = "/letters",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_PDF_VALUE)
    @AllowedTo(Permission.ADOPTION_READ)
    @Operation(summary = "Writes a letter to the residents of a street whose officer changes, as PDF in a language")
    ResponseEntity<byte[]> letter(@PathVariable UUID plan, @RequestBody LetterRequest request) {
        Language language = Language.ofCode(
                        Optional.ofNullable(request.language()).orElse("en"))
                .orElseThrow(() -> FieldErrors.of("language", "must be en, nl, fr, de or ar"));
        String name = Optional.ofNullable(request.street()).orElse("");
        ChangeList list = lists.get(plan);
        Street street = list.streets().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "In that street nobody's officer changes with this plan."));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new StreetLetter(Words.of(language), authority.get()).write(list, street, assignments.dayOf(list.from()), pdf);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"letter-" + language.code() + ".pdf\"")
                .body(pdf.toByteArray());
    }
}
