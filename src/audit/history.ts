const past =
  /曾|此前|当时|当初|原[定计先拟]|本应|未能|没有|没能|未实现|未达|落空|提前|已经?(?:实现|达到|完成|超过)|提出的|确定的|既定|failed|had |missed|originally|từng|ранее/i;

/** Whether a sentence tells of a target or plan as something of the past: set earlier, missed, or already reached. */
export function toldAsHistory(quote: string): boolean {
  return past.test(quote);
}
