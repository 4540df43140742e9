package talktrack.api.calls;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Has one at a time put or delete a call's files: who uploads a call again while it is deleted puts
 * them before or after, never in between. The store may be slow, so that only those wait who want
 * the same call.
 */
final class HeldFiles {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();

    /** Ids of calls; guarded by {@link #lock}. */
    private final Set<String> held = new HashSet<>();

    /** Waits until nobody else holds this call's files. */
    void hold(String callId) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!held.add(callId)) {
                released.await();
            }
        } finally {
            lock.unlock();
        }
    }

    void release(String callId) {
        lock.lock();
        try {
            held.remove(callId);
            released.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
