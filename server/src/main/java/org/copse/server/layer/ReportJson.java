package org.copse.server.layer;

import java.util.Map;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.ImportReport;
import tools.jackson.databind.json.JsonMapper;

/** An import report as it is stored: the document, and what the layer's row repeats of it. */
record ReportJson(String document, String roles, String sha256, Map<String, String> tagReasons) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Returns a report as it was stored. */
    static ImportReport read(String document) {
        return JSON.readValue(document, ImportReport.class);
    }

    static ReportJson of(ImportReport report, FieldRoles roles) {
        return new ReportJson(
                JSON.writeValueAsString(report),
                JSON.writeValueAsString(roles.fields()),
                report.sha256(),
                report.tagReasons());
    }
}
