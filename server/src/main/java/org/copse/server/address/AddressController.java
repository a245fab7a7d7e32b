package org.copse.server.address;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.copse.server.permission.Public;
import org.copse.server.system.RequestLimit;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Finds addresses as they are typed. A POST, so that what somebody asks for is in no URL. */
@RestController
@RequestMapping("/api/v1/addresses")
@Public
@CrossOrigin(exposedHeaders = {"RateLimit-Limit", "RateLimit-Remaining", "Retry-After", "ETag"})
class AddressController {
    private final Addresses addresses;
    private final RequestLimit limit;

    AddressController(Addresses addresses, AddressSettings settings) {
        this.addresses = addresses;
        this.limit = new RequestLimit(settings.perMinute(), Duration.ofMinutes(1), "address searches");
    }

    /**
     * What a text may mean.
     *
     * @param results the likeliest first
     * @param addresses how many are known; with none, only positions can be found
     */
    record SearchAnswer(List<FoundAddress> results, int addresses) {}

    @PostMapping("/search")
    @Operation(
            summary = "Finds houses, streets, towns, postcodes and positions by what somebody types",
            description =
                    "\"text\" is an address or a part of one, coordinates or a Plus Code. \"lon\" and \"lat\" may say a position"
                            + " that decides between equals, \"language\" how the reader writes coordinates.")
    ResponseEntity<SearchAnswer> search(
            @RequestBody SearchRequest body, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        limit.take(request, response);
        SearchRequest.Checked asked = body.checked(locale);
        List<FoundAddress> found = addresses.search(asked.text(), asked.limit(), asked.near(), asked.language());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new SearchAnswer(found, addresses.count()));
    }
}
