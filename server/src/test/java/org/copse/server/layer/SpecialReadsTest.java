package org.copse.server.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

class SpecialReadsTest {
    private static MockHttpServletRequest in(MockHttpSession session) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        return request;
    }

    @Test
    void aLayerIsRecordedOncePerSession() {
        MockHttpSession session = new MockHttpSession();

        assertThat(SpecialReads.isFirst(in(session), "layer 1")).isTrue();
        assertThat(SpecialReads.isFirst(in(session), "layer 1")).isFalse();
        assertThat(SpecialReads.isFirst(in(session), "layer 2")).isTrue();
        assertThat(SpecialReads.isFirst(in(new MockHttpSession()), "layer 1")).isTrue();
    }

    @Test
    void aProgramIsRecordedEachTime() {
        MockHttpServletRequest request = new MockHttpServletRequest();

        assertThat(SpecialReads.isFirst(request, "layer 1")).isTrue();
        assertThat(SpecialReads.isFirst(request, "layer 1")).isTrue();
    }
}
