/** Protected sources of exhibits: sealed on their own, and opened by their named handlers alone. */
package lockstep.evidence.source;
