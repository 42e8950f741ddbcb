/** One act on many proposals at once: ticked on one page, and what became of each told afterwards. */
package lockstep.web.many;
