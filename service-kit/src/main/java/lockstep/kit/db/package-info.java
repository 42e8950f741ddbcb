/** SQL in the current transaction, read-only transactions, and the columns of a marking. */
package lockstep.kit.db;
