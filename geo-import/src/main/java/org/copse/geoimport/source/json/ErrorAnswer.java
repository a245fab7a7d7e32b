package org.copse.geoimport.source.json;

import java.io.IOException;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.source.file.Part;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What a service says in place of features, when it cannot answer. */
public final class ErrorAnswer {
    private static final int LONGEST_QUOTE = 300;

    private ErrorAnswer() {}

    /** Returns the refusal of the answer in {@code part}, with the service's own words. */
    public static ImportRefused refusal(Part part, Limits limits) throws IOException {
        String message = new JsonText(part, limits).read(ErrorAnswer::message);
        return new ImportRefused(
                        RefusalCode.ERROR_ANSWER,
                        part.name(),
                        "the service answered with an error in place of features: " + message)
                .with("message", message);
    }

    private static String message(JsonParser parser) {
        StringBuilder words = new StringBuilder();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
                words.append(words.isEmpty() ? "" : " ").append(parser.getString());
            }
            if (words.length() > LONGEST_QUOTE) {
                return words.substring(0, LONGEST_QUOTE) + "…";
            }
        }
        return words.toString();
    }
}
