package org.copse.server.area;

import org.springframework.stereotype.Component;

/** What residents choose to be worked on, and what is. */
@Component
record AreaTopics(PollText polls, ProblemText problems) {}
