package org.copse.server.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** A mail server that keeps what it takes, and answers each command as a test says. */
public final class FakeSmtp implements AutoCloseable {
    /** Instead of an answer: the connection ends. */
    static final String CUT = "";

    private static final String END = "end";

    private final ServerSocket door;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> answers = FakeSmtp::kindly;
    private volatile CountDownLatch open = new CountDownLatch(0);

    public FakeSmtp() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread listening = new Thread(this::listen, "fake-smtp");
        listening.setDaemon(true);
        listening.start();
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Returns the messages that were taken, as they came over the wire. */
    public List<String> taken() {
        return taken;
    }

    /** Returns those of them whose subject has a text. */
    public List<MimeMessage> takenAbout(String subject) throws MessagingException {
        List<MimeMessage> found = new ArrayList<>();
        for (String raw : taken) {
            MimeMessage message =
                    new MimeMessage((Session) null, new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII)));
            if (message.getSubject().contains(subject)) {
                found.add(message);
            }
        }
        return found;
    }

    List<String> commands() {
        return commands;
    }

    /** From now on that is said to a command with that beginning ({@code end}: to the whole message), else the usual. */
    void answer(String beginning, String answer) {
        answers = command -> command.startsWith(beginning) ? answer : kindly(command);
    }

    void answerKindly() {
        answers = FakeSmtp::kindly;
    }

    /** Nothing is answered to a whole message before that. */
    void answerAfter(CountDownLatch latch) {
        open = latch;
    }

    private static String kindly(String command) {
        if (command.startsWith("EHLO")) {
            return "250-fake\r\n250 AUTH PLAIN LOGIN";
        }
        return command.startsWith("DATA")
                ? "354 go on"
                : command.startsWith("QUIT") ? "221 bye" : command.startsWith("AUTH") ? "235 in" : "250 ok";
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket one = door.accept();
                Thread talking = new Thread(() -> talk(one), "fake-smtp-talk");
                talking.setDaemon(true);
                talking.start();
            } catch (IOException e) {
                return; // Closed.
            }
        }
    }

    private void talk(Socket one) {
        try (Socket socket = one;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            say(socket, "220 fake");
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                commands.add(command);
                String answer = answers.apply(command);
                if (answer.equals(CUT)) {
                    return;
                }
                say(socket, answer);
                if (answer.startsWith("354") && !take(in, socket)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            // The other side went away.
        }
    }

    private boolean take(BufferedReader in, Socket socket) throws IOException, InterruptedException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        open.await();
        String answer = answers.apply(END);
        if (answer.startsWith("250")) {
            taken.add(message.toString());
        }
        if (answer.equals(CUT)) {
            return false;
        }
        say(socket, answer);
        return true;
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
