package org.copse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One person's visit: a window, what it asked of whom, and what went wrong in it. */
final class Visit implements AutoCloseable {

    private final BrowserContext context;
    private final RunningServer server;
    private final Page page;
    private final List<String> strangers = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    Visit(BrowserContext context, RunningServer server) {
        this.context = context;
        this.server = server;
        page = context.newPage();
        context.onRequest(request -> {
            if (!request.url().startsWith(server.url("/")) && !request.url().matches("(data|blob|about):.*")) {
                strangers.add(request.url());
            }
        });
        page.onPageError(failures::add);
        page.onConsoleMessage(message -> {
            boolean expected = message.text().contains("the server responded with a status of");
            if (message.type().equals("error") && !expected) {
                failures.add(message.text());
            }
        });
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Goes to a page of the server. */
    Page at(String path) {
        page.navigate(path);
        return page;
    }

    /** Signs a demo account in and arrives on the planner's page. */
    Page signedInAs(String name) {
        signedIn(name);
        page.waitForURL("**/planner");
        return page;
    }

    /** Signs a demo account in and arrives wherever it belongs. */
    Page signedIn(String name) {
        at("/login");
        page.getByLabel("User name").fill(name);
        page.getByLabel("Password").fill(server.password());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL(address -> !address.contains("/login"));
        return page;
    }

    /** Waits until a page has asked for all it needs and drawn it, however long that takes. */
    static void settled(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    /** Fails when the page breaks a rule of accessibility that axe knows. */
    void isAccessible(String where) {
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations)
                .as("axe on %s", where)
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .isEmpty();
    }

    /** Fails when anything was asked of another server, or a script failed. */
    void wentQuietly() {
        assertThat(strangers).as("requests to other servers").isEmpty();
        assertThat(failures).as("failures in the browser").isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
