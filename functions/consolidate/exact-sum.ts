// A sum whose last digit does not depend on the order of the units (Neumaier's compensated summation), as a total that is
// stored beside its formula must be.

export class ExactSum {
  private sum = 0;
  private lost = 0;

  add(value: number): void {
    const next = this.sum + value;
    this.lost += Math.abs(this.sum) >= Math.abs(value) ? this.sum - next + value : value - next + this.sum;
    this.sum = next;
  }

  /** With the 15 digits that Excel keeps. */
  get value(): number {
    return Number((this.sum + this.lost).toPrecision(15));
  }
}
