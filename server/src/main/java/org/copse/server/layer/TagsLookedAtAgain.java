package org.copse.server.layer;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** At each start, before anything else is loaded: layers stored under an earlier list of special words are looked at again. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TagsLookedAtAgain implements ApplicationRunner {
    private final LayerTags tags;

    TagsLookedAtAgain(LayerTags tags) {
        this.tags = tags;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        tags.lookAgain();
    }
}
