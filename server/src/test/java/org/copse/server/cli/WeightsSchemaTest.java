package org.copse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.district.WeightsFile;
import org.copse.planning.workload.WorkloadWeights;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema says what the reader of weights takes: the same names, the same bounds. */
class WeightsSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final WorkloadWeights DEFAULTS = WorkloadWeights.defaults();

    private final JsonNode schema = published();

    private static JsonNode published() {
        try (InputStream in = Objects.requireNonNull(
                WeightsSchemaTest.class.getResourceAsStream("/META-INF/resources" + WeightsFile.SCHEMA))) {
            return JSON.readTree(in.readAllBytes());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void isPublishedUnderTheNameThatFilesGive() {
        assertThat(schema.path("$id").asString()).isEqualTo(WeightsFile.SCHEMA);
        assertThat(WeightsFile.write(DEFAULTS)).contains("\"$schema\" : \"" + WeightsFile.SCHEMA + "\"");
    }

    @Test
    void knowsEveryNameThatTheReaderKnowsAndNoOther() {
        List<String> differences = new ArrayList<>();
        compare(WorkloadWeights.class, schema, "", differences);
        assertThat(differences).isEmpty();
    }

    private void compare(Type type, JsonNode node, String path, List<String> differences) {
        JsonNode object = resolved(node);
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            String inside = generic.getRawType() == List.class ? "items" : "additionalProperties";
            compare(arguments[arguments.length - 1], object.path(inside), path + "[]", differences);
        } else if (type instanceof Class<?> raw && raw.isRecord()) {
            List<String> names = new ArrayList<>(Arrays.stream(raw.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList());
            List<String> published = new ArrayList<>(object.path("properties").propertyNames());
            published.remove("$schema");
            if (!published.equals(names) || object.path("additionalProperties").asBoolean(true)) {
                differences.add(path + ": reader " + names + ", schema " + published);
            }
            for (RecordComponent component : raw.getRecordComponents()) {
                compare(
                        component.getGenericType(),
                        object.path("properties").path(component.getName()),
                        path + "/" + component.getName(),
                        differences);
            }
        } else if (node.path("type").isMissingNode()) {
            differences.add(path + " has no type");
        }
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : schema.at(reference.substring(1));
    }

    @Test
    void itsBoundsAreTheReaders() {
        List<String> checked = new ArrayList<>();
        for (String section : schema.path("properties").propertyNames()) {
            JsonNode properties = schema.path("properties").path(section).path("properties");
            for (String name : properties.propertyNames()) {
                JsonNode number = properties.path(name);
                if (number.path("type").asString("").equals("number")) {
                    double least = number.path("minimum").asDouble();
                    double most = number.path("maximum").asDouble();
                    accepts(section, name, least);
                    accepts(section, name, most);
                    refuses(section, name, least - 0.01);
                    refuses(section, name, most + 0.01);
                    checked.add(section + "." + name);
                }
            }
        }
        assertThat(checked).hasSize(8);
    }

    @Test
    void boundsOfMinutesAreTheReaders() {
        JsonNode minutes = schema.at("/$defs/minutes/properties/minutes");
        double most = minutes.path("maximum").asDouble();
        assertThatCode(() -> parse(minutesJson(most))).doesNotThrowAnyException();
        assertThatThrownBy(() -> parse(minutesJson(most + 1))).isInstanceOf(ImportRefused.class);
        assertThatThrownBy(() -> parse(minutesJson(minutes.path("minimum").asDouble() - 1)))
                .isInstanceOf(ImportRefused.class);
    }

    private static String minutesJson(double minutes) {
        return "{\"mix\":{\"groups\":{\"g\":{\"minutes\":" + minutes + ",\"reason\":\"r\",\"author\":\"a\"}}}}";
    }

    private static void accepts(String section, String name, double value) {
        assertThatCode(() -> parse(json(section, name, value))).doesNotThrowAnyException();
    }

    private static void refuses(String section, String name, double value) {
        assertThatThrownBy(() -> parse(json(section, name, value)))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining(name);
    }

    private static String json(String section, String name, double value) {
        return "{\"" + section + "\":{\"" + name + "\":" + value + "}}";
    }

    private static WorkloadWeights parse(String json) {
        return WeightsFile.parse(json, "weights.json", DEFAULTS);
    }
}
