package org.copse.server.layer;

import org.copse.geoimport.DistrictCrs;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens the register of coordinate reference systems once the server answers. The first question to it takes seconds, which would
 * otherwise be the first import's.
 */
@Component
class ReferenceSystemWarmUp {
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread thread = new Thread(DistrictCrs::warmUp, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }
}
