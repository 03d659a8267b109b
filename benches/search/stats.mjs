// Numbers about numbers.

export function quantile(list, share) {
  if (!list.length) return null;
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? sorted[0];
}

export const median = (list) => quantile(list, 0.5);
export const sum = (list) => list.reduce((total, number) => total + number, 0);
export const mean = (list) => (list.length ? sum(list) / list.length : null);

export const groupBy = (list, key) =>
  list.reduce((groups, item) => ({ ...groups, [key(item)]: [...(groups[key(item)] ?? []), item] }), {});
