package org.copse.server.samplecity;

import io.swagger.v3.oas.annotations.Operation;
import org.copse.server.permission.Public;
import org.copse.server.samplecity.SampleLoading.State;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the sample city is, for whoever waits for it. */
@RestController
class LoadingController {
    private final ObjectProvider<SampleLoad> load;

    LoadingController(ObjectProvider<SampleLoad> load) {
        this.load = load;
    }

    @GetMapping("/api/v1/loading")
    @Public
    @Operation(summary = "Whether the server still loads what it shows, and how far it is")
    SampleLoading loading() {
        SampleLoad loading = load.getIfAvailable();
        return loading == null ? SampleLoading.of(State.DONE) : loading.progress();
    }
}
