package org.copse.geoimport.district;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.RefusalCode;
import org.copse.planning.workload.WorkloadWeights;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Workload weights as JSON.
 *
 * <p>What a file does not say keeps its starting value, so that a planner writes only what they have decided. What it
 * says and nobody knows is refused, with its place.
 */
public final class WeightsFile {

    /** Where the server publishes the JSON schema of the file, as a path. */
    public static final String SCHEMA = "/schemas/weights.json";

    private static final String FORMER_WORDS = "policeFound";
    private static final long MOST_BYTES = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private WeightsFile() {}

    /**
     * Returns the weights of a file, laid over {@code base}.
     *
     * @throws ImportRefused when the file cannot be read, is no JSON, or says something that weights do not allow
     */
    public static WorkloadWeights read(Path file, WorkloadWeights base) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ImportRefused(
                        RefusalCode.LIMIT_PASSED,
                        file.toString(),
                        "more than " + MOST_BYTES + " bytes for a weights file",
                        "Check that this is the weights file.");
            }
            return parse(Files.readString(file), file.toString(), base);
        } catch (IOException e) {
            throw new ImportRefused(
                    RefusalCode.NOT_READABLE,
                    file.toString(),
                    "the weights file cannot be read",
                    RefusalCode.NOT_READABLE.whatToDo());
        }
    }

    /**
     * Returns the weights of a JSON text, laid over {@code base}.
     *
     * @param where what to call the text in messages
     * @throws ImportRefused when the text is no JSON, or says something that weights do not allow
     */
    public static WorkloadWeights parse(String json, String where, WorkloadWeights base) {
        try {
            JsonNode given = JSON.readTree(json);
            if (!(given instanceof ObjectNode object)) {
                throw refused(where, "the weights are no JSON object");
            }
            object.remove("$schema");
            dropFormerWords(object, where);
            ObjectNode merged = JSON.valueToTree(base);
            lay(object, merged);
            return JSON.treeToValue(merged, WorkloadWeights.class);
        } catch (DatabindException e) {
            throw refused(where + place(e), reason(e));
        } catch (JacksonException e) {
            throw refused(
                    where + " line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr(),
                    "this is no JSON");
        }
    }

    /** Returns weights as a JSON text that {@link #parse} reads back. */
    public static String write(WorkloadWeights weights) {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("$schema", SCHEMA);
        tree.setAll((ObjectNode) JSON.valueToTree(weights));
        return JSON.writeValueAsString(tree);
    }

    /** Files of earlier versions name words that police-found categories contain; those that were shipped say nothing new. */
    private static void dropFormerWords(ObjectNode weights, String where) {
        if (weights.get("conflict") instanceof ObjectNode conflict && conflict.has(FORMER_WORDS)) {
            if (!conflict.get(FORMER_WORDS).equals(JSON.valueToTree(List.of("drug", "weapon")))) {
                throw refused(
                        where + " at conflict." + FORMER_WORDS,
                        "words no longer say which categories count: name the categories in conflict.categories");
            }
            conflict.remove(FORMER_WORDS);
        }
    }

    private static void lay(ObjectNode over, ObjectNode under) {
        over.propertyStream().forEach(property -> {
            JsonNode value = property.getValue();
            if (value instanceof ObjectNode upper && under.get(property.getKey()) instanceof ObjectNode lower) {
                lay(upper, lower);
            } else {
                under.set(property.getKey(), value);
            }
        });
    }

    private static String place(DatabindException e) {
        String path = e.getPath().stream()
                .map(step -> step.getPropertyName() != null ? step.getPropertyName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "" : " at " + path;
    }

    private static String reason(DatabindException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
            return cause.getMessage();
        }
        return e.getOriginalMessage()
                .replaceAll("\\s*\\(class [^)]*\\).*", "")
                .replaceAll("`?org\\.copse[\\w.$]*`?", "weights");
    }

    private static ImportRefused refused(String where, String what) {
        return new ImportRefused(
                RefusalCode.BROKEN_FILE,
                where,
                what,
                "See the schema at " + SCHEMA + ", or begin with `copse plan --print-weights`.");
    }
}
