package org.copse.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** A form with a photo, which anybody may send, is bounded before any of it is read. */
class RequestSizeFilterTest {

    @ParameterizedTest
    @CsvSource({
        "/nl/concern/send, 12582912, 200",
        "/nl/concern/send, 12582913, 413",
        "/nl/concern/send, 99000000000, 413",
        "/nl/concern/send, -1, 400",
        "/nl/concern, 10, 415",
        "/nlx/concern/send, 10, 415",
        "/en/concern/send/x, 10, 415"
    })
    void takesAFormWithAPhotoAtOneAddressUpToItsBound(String path, long length, int status) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path) {
            @Override
            public long getContentLengthLong() {
                return length;
            }
        };
        request.setServletPath(path);
        request.setContentType("multipart/form-data; boundary=x");
        MockHttpServletResponse response = new MockHttpServletResponse();
        LimitSettings limits = new LimitSettings(DataSize.ofMegabytes(1), DataSize.ofMegabytes(12));
        new RequestSizeFilter(limits, new ProblemAnswer(new JsonMapper()))
                .doFilter(request, response, new MockFilterChain());
        assertThat(response.getStatus()).isEqualTo(status);
    }
}
