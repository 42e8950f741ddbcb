package lockstep.kit.db;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import java.util.concurrent.atomic.AtomicBoolean;

/** Opens the transaction of a {@link ReadOnly} method; whoever begins it asks {@link #beginning()} once. */
@ReadOnly
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class ReadOnlyTransaction {
    private static final ScopedValue<AtomicBoolean> WANTED = ScopedValue.newInstance();

    private final TransactionManager transactions;

    ReadOnlyTransaction(TransactionManager transactions) {
        this.transactions = transactions;
    }

    @AroundInvoke
    Object read(InvocationContext call) throws Exception {
        if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return call.proceed();
        }
        return ScopedValue.where(WANTED, new AtomicBoolean(true))
                .call(() -> QuarkusTransaction.requiringNew().call(call::proceed));
    }

    /** True for the transaction that a read-only method begins; one begun inside that method is an ordinary one. */
    public static boolean beginning() {
        return WANTED.isBound() && WANTED.get().getAndSet(false);
    }
}
