package org.copse.server.lookup;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.copse.server.lookup.LookupRequest.Position;
import org.copse.server.permission.Public;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.RequestLimit;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers residents: whose beat is this? A POST, so that the position is in no URL. */
@RestController
@RequestMapping("/api/v1/lookup")
@Public
@CrossOrigin(exposedHeaders = {"RateLimit-Limit", "RateLimit-Remaining", "Retry-After", "ETag"})
class LookupController {
    private final Lookups lookups;
    private final RequestLimit limit;

    LookupController(Lookups lookups, LookupSettings settings) {
        this.lookups = lookups;
        this.limit = new RequestLimit(settings.perMinute(), Duration.ofMinutes(1), "look-ups");
    }

    @PostMapping
    @Operation(summary = "Returns the beat of a position or an address, its officer and the contact points near by")
    ResponseEntity<LookupAnswer> lookUp(
            @RequestBody LookupRequest body, HttpServletRequest request, HttpServletResponse response) {
        limit.take(request, response);
        LookupAnswer answer = body.findAddress()
                .map(address -> lookups.findAddress(address)
                        .orElseThrow(() -> FieldErrors.of("address", "is not known, or no longer: search again")))
                .orElseGet(() -> at(body.position()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    private LookupAnswer at(Position position) {
        return lookups.at(position.lon(), position.lat());
    }
}
