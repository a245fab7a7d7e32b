package org.copse.server.lookup;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.copse.server.permission.Public;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The constant answer: what a request costs before anything is looked up. The benchmark of look-ups compares with it. */
@RestController
@Public
@CrossOrigin(exposedHeaders = {"RateLimit-Limit", "RateLimit-Remaining", "Retry-After", "ETag"})
class PingController {
    private static final Map<String, String> ANSWER = Map.of("answer", "pong");

    @GetMapping("/api/v1/ping")
    @Operation(summary = "Returns the same always, for measuring")
    ResponseEntity<Map<String, String>> ping() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(ANSWER);
    }
}
