package talktrack.api.llm;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import talktrack.api.Config;

/**
 * What the language model was used on one day.
 *
 * @param day in the configured time zone
 * @param requests that were sent, retries among them; answers from the cache are none
 * @param tokens in and out; where a server does not count them, an estimate by characters
 */
public record Usage(LocalDate day, long requests, long tokens) {

    /** Of the server of a data folder, until now. */
    public static Usage today(Path data, Clock clock) {
        return DailyUsage.read(data, LocalDate.now(clock));
    }

    Usage plus(long moreRequests, long moreTokens) {
        return new Usage(day, requests + moreRequests, tokens + moreTokens);
    }

    /** In the currency of the price, whichever that is. */
    public double cost(Config.Llm.Limits limits) {
        return tokens * limits.pricePerMillionTokens() / 1e6;
    }
}
