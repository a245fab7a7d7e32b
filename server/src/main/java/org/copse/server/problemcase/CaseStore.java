package org.copse.server.problemcase;

import org.springframework.stereotype.Component;

/** The tables of a case together. */
@Component
record CaseStore(
        CaseRepository cases, SourceRepository sources, ResponseRepository responses, ReviewRepository reviews) {}
