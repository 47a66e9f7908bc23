// What a gate of office files found: counts, and what to say of each failure.

let passed = 0;
let failed = 0;

export function judge(good, ...why) {
  if (good) {
    passed += 1;
    return;
  }
  failed += 1;
  console.log(why.join('\n  '));
}

// The line by which the gates are added up, and the end of the program.
export function end() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
