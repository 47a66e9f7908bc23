// What the gates found: every check is passed or failed, failures are printed as they come.

export class Report {
  passed = 0;
  failures = [];

  constructor({ quiet = false } = {}) {
    this.quiet = quiet;
  }

  /** One check of one page. `faults` are the reasons why it failed; none: it passed. */
  check(gate, page, faults) {
    const why = [...new Set([faults].flat().filter(Boolean))];
    if (why.length === 0) this.passed += 1;
    for (const one of why) this.#fail(gate, page, one);
  }

  /** Something worth knowing that fails nothing. */
  note(gate, page, what) {
    if (!this.quiet) console.log(`note ${gate} ${page}: ${what}`);
  }

  #fail(gate, page, why) {
    const line = `FAIL ${gate} ${page}: ${why}`.replace(/\s+/g, ' ').slice(0, 400);
    this.failures.push(line);
    if (!this.quiet) console.log(line);
  }
}
