package org.copse.server.layer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.copse.geoimport.ImportRefused;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;

/** Tells a client why a file was refused. */
public final class ImportProblem {
    private ImportProblem() {}

    /** Returns the refusal as a problem of the catalogue, with its code, place, advice and what was seen until then. */
    public static ProblemException of(ImportRefused refused) {
        Map<String, Object> extras = new LinkedHashMap<>();
        extras.put("code", refused.code());
        extras.put("where", refused.where());
        extras.put("whatToDo", refused.whatToDo());
        extras.put("values", refused.values());
        refused.report().ifPresent(report -> extras.put("report", report));
        return new ProblemException(ProblemType.IMPORT_REFUSED, refused.what(), extras);
    }
}
