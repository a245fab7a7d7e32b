package org.copse.server.system;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the container dispatches to when a failure passed by every handler: a filter's exception, or {@code sendError}. */
@Controller
@Hidden
class ContainerErrorController implements ErrorController {
    private final ProblemAnswer answer;
    private final UnexpectedErrors unexpected;

    ContainerErrorController(ProblemAnswer answer, UnexpectedErrors unexpected) {
        this.answer = answer;
        this.unexpected = unexpected;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof ProblemException problem) {
            answer.write(request, response, problem);
        } else if (failure instanceof Throwable throwable) {
            answer.write(request, response, unexpected.problem(throwable));
        } else {
            Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            ProblemType type = ProblemType.ofStatus(status instanceof Integer code ? code : 404);
            answer.write(request, response, type, type.whatToDo());
        }
    }
}
