import { createMetrics } from './metrics';

it('tells of a gauge that cannot be read, and shows the others', async () => {
  const metrics = createMetrics();
  let isBroken = true;
  metrics.measure({
    name: 'broken',
    help: 'Broken.',
    read: () => {
      if (isBroken) throw new Error('database is locked');
      return [['', 7]];
    },
  });
  metrics.measure({ name: 'whole', help: 'Whole.', label: 'of', read: () => [['a', 1]] });
  const broken = await metrics.text();
  expect(broken).toContain('whole{of="a"} 1');
  expect(broken).toContain('crealia_gauge_unreadable{gauge="broken"} 1');
  expect(broken).toMatch(/^broken nan$/im);
  isBroken = false;
  const mended = await metrics.text();
  expect(mended).toMatch(/^broken 7$/m);
  expect(mended).toContain('crealia_gauge_unreadable{gauge="broken"} 0');
});
