import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What look-ups would cost as SQL: random positions asked with ST_Contains, through a pool as the server's (10 connections), for some seconds. */
class Contains {
    public static void main(String[] args) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        int seconds = Integer.parseInt(args[1]);
        int askers = Integer.parseInt(args[2]);
        AtomicLong answered = new AtomicLong();
        try (HikariDataSource pool = new HikariDataSource(config)) {
            ExecutorService threads = Executors.newFixedThreadPool(askers);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            for (int i = 0; i < askers; i++) {
                threads.submit(() -> {
                    ThreadLocalRandom dice = ThreadLocalRandom.current();
                    while (System.nanoTime() < end) {
                        try (Connection connection = pool.getConnection();
                                PreparedStatement select = connection.prepareStatement(
                                        "SELECT b.beat_id, b.name, b.sector_id FROM plan_beat b JOIN plan_term t ON t.plan = b.plan"
                                                + " WHERE t.is_last AND ST_Contains(b.geom, ST_SetSRID(ST_MakePoint(?, ?), 4326))")) {
                            select.setDouble(1, 2 + dice.nextDouble());
                            select.setDouble(2, 51 + dice.nextDouble() / 2);
                            try (ResultSet rows = select.executeQuery()) {
                                rows.next();
                            }
                        }
                        answered.incrementAndGet();
                    }
                    return null;
                });
            }
            threads.shutdown();
            threads.awaitTermination(seconds + 30, TimeUnit.SECONDS);
        }
        System.out.println("ST_Contains " + answered.get() / seconds + " a second");
    }
}
