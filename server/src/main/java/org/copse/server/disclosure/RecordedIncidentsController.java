package org.copse.server.disclosure;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.server.permission.Public;
import org.copse.server.system.ContentVersion;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.copse.server.system.RequestLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The published tables, for everybody: whole, without a filter. */
@RestController
@RequestMapping("/api/v1/recorded-incidents")
@Public
@CrossOrigin(exposedHeaders = {"RateLimit-Limit", "RateLimit-Remaining", "Retry-After", "ETag"})
class RecordedIncidentsController {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final RecordedIncidents recorded;
    private final RequestLimit limit;

    RecordedIncidentsController(RecordedIncidents recorded, DisclosureSettings settings) {
        this.recorded = recorded;
        this.limit = new RequestLimit(settings.perMinute(), Duration.ofMinutes(1), "tables");
    }

    /** A quarter of the list. */
    record Listed(String quarter, String from, String to, String publishedAt) {}

    @GetMapping
    @Operation(summary = "Lists the quarters of which recorded incidents are published, the latest first")
    List<Listed> list() {
        return recorded.list().stream()
                .map(one -> new Listed(
                        one.quarter().key(),
                        one.quarter().first().toString(),
                        one.quarter().last().toString(),
                        one.publishedAt().toString()))
                .toList();
    }

    @GetMapping(path = "/{quarter}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Returns recorded incidents of a quarter by hexagon: \"about\", what they rest on, and \"cells\", GeoJSON; counts that are small, or"
                            + " would give small ones away, are withheld")
    ResponseEntity<byte[]> table(
            @PathVariable String quarter, HttpServletRequest request, HttpServletResponse response) {
        limit.take(request, response);
        return answer(MediaType.APPLICATION_JSON, JSON.writeValueAsBytes(json(get(quarter))));
    }

    @GetMapping(path = "/{quarter}/cells.csv", produces = "text/csv")
    @Operation(
            summary = "Returns the same table as CSV: a row for each hexagon and kind, empty where a count is withheld")
    ResponseEntity<byte[]> csv(@PathVariable String quarter, HttpServletRequest request, HttpServletResponse response) {
        limit.take(request, response);
        byte[] csv = QuarterFile.csv(get(quarter)).getBytes(StandardCharsets.UTF_8);
        ResponseEntity<byte[]> answer = answer(CSV, csv);
        return ResponseEntity.ok()
                .headers(answer.getHeaders())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"recorded-incidents-"
                                + quarter(quarter).key() + ".csv\"")
                .body(csv);
    }

    private PublishedQuarter get(String key) {
        return recorded.find(quarter(key)).orElseThrow(() -> none(key));
    }

    /** Returns the quarter of a path, or ends the request. */
    static Quarter quarter(String key) {
        return Quarter.find(key).orElseThrow(() -> none(key));
    }

    private static ProblemException none(String key) {
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "No recorded incidents of \"" + key + "\" are published. The list names the quarters.");
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .eTag("W/\"" + ContentVersion.of(body).replace("\"", "") + "\"")
                .body(body);
    }

    private static Map<String, Object> json(PublishedQuarter table) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("quarter", table.quarter());
        about.put("from", table.from().toString());
        about.put("to", table.to().toString());
        about.put("threshold", table.threshold());
        about.put("cellMetres", table.cellMetres());
        about.put("crs", table.crs());
        about.put("source", table.source());
        about.put("residentsCompared", table.residentsCompared());
        about.put("policePercent", table.policePercent());
        about.put("recorded", table.totals());
        return Map.<String, Object>of("about", about, "cells", collection(table));
    }

    private static Map<String, Object> collection(PublishedQuarter table) {
        List<Map<String, Object>> features = table.cells().stream()
                .map(cell -> Map.<String, Object>of(
                        "type",
                        "Feature",
                        "id",
                        cell.id(),
                        "geometry",
                        Map.of("type", "Polygon", "coordinates", List.of(cell.outline())),
                        "properties",
                        properties(cell)))
                .toList();
        return Map.of("type", "FeatureCollection", "features", features);
    }

    private static Map<String, @Nullable Object> properties(PublishedQuarter.Cell cell) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        PublishedQuarter.Figure all = PublishedQuarter.all(cell);
        properties.put("class", all.sure().key());
        properties.put("recorded", all.recorded());
        properties.put("residents", cell.residents());
        properties.put("kinds", cell.figures());
        return properties;
    }
}
