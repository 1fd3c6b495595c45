import Glibc

/// The processor time of the thread that asks: what others do on the machine does not change it.
public enum ThreadClock {
    public static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }
}
