package org.copse.server.layer;

import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.ImportReport;
import tools.jackson.databind.json.JsonMapper;

/** An import report as it is stored: the document, and what the layer's row repeats of it. */
record ReportJson(String document, String roles, String sha256) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ReportJson of(ImportReport report, FieldRoles roles) {
        return new ReportJson(
                JSON.writeValueAsString(report), JSON.writeValueAsString(roles.fields()), report.sha256());
    }
}
