import { expect, test } from './app';
import { spyOnRun } from './run-spy';

const journeys = ['browse', 'search', 'checkout', 'track'];

test('the shop opens twice: payment down fells all of one and the checkout of the other', async ({
  page,
  shop,
}) => {
  const counts = await spyOnRun(page);
  await shop.open();

  await test.step('with the same customers on both sides', async () => {
    await shop.choose('Speed', '10×');
    await shop.untilClockPasses(6);
    for (const side of ['Monolith', 'Microservices'] as const) {
      await expect(shop.pane(side)).toBeVisible();
      expect(await shop.figure(side, 'success')).toBeGreaterThan(99);
      expect(await shop.figure(side, 'requests/s')).toBeGreaterThan(150);
    }
    const seen = await counts();
    expect(seen.hopCount).toBeGreaterThan(0);
    for (const journey of journeys) {
      const { arrivals } = seen.of('monolith', journey);
      expect(arrivals).toBeGreaterThan(0);
      expect(seen.of('microservices', journey).arrivals).toBe(arrivals);
    }
  });

  await test.step('payment down: all of the monolith falls, in the microservices only checkout', async () => {
    await shop.button('Take Payment down').click();
    // What was under way in the crashed replicas fails too, wherever it was.
    await shop.untilClockPasses((await shop.clockSeconds()) + 0.5);
    const before = await counts();
    await shop.untilClockPasses(before.timeMs / 1000 + 6);
    const after = await counts();
    const since = (deployment: string, journey: string) => ({
      succeeded: after.of(deployment, journey).succeeded - before.of(deployment, journey).succeeded,
      failed: after.of(deployment, journey).failed - before.of(deployment, journey).failed,
    });
    for (const journey of ['browse', 'search', 'track']) {
      const { succeeded, failed } = since('microservices', journey);
      expect(failed, `${journey} in the microservices`).toBe(0);
      expect(succeeded).toBeGreaterThan(0);
    }
    for (const journey of journeys) {
      const { succeeded, failed } = since('monolith', journey);
      expect(succeeded, `${journey} in the monolith`).toBe(0);
      expect(failed).toBeGreaterThan(0);
    }
    expect(since('microservices', 'checkout').succeeded).toBe(0);

    // The page tells the same: first column the monolith, second the microservices.
    await expect(shop.outcomes('Browse')).toHaveText([/^0%/, /^100%/]);
    await expect(shop.outcomes('Check out')).toHaveText([/^0%/, /^0%/]);
    expect(await shop.figure('Monolith', 'success')).toBe(0);
    const microservices = await shop.figure('Microservices', 'success');
    expect(microservices).toBeGreaterThan(85);
    expect(microservices).toBeLessThan(95);
  });

  await test.step('both sides are well again once payment is repaired', async () => {
    await shop.button('Repair everything').click();
    for (const side of ['Monolith', 'Microservices'] as const) {
      await expect
        .poll(() => shop.figure(side, 'success'), { timeout: 60_000 })
        .toBeGreaterThan(99);
    }
  });
});

test('with payment down in the address what is down says so in a word', async ({ shop }) => {
  await shop.open('lang=en&fail=payment');
  const part = (side: string, name: string) =>
    shop.pane(side).getByRole('group', { name: new RegExp(`^${name},`) });
  await expect(part('Microservices', 'Payment')).toContainText('down');
  await expect(part('Monolith', 'Shop')).toContainText('down');
  await expect(part('Microservices', 'Catalog')).not.toContainText('down');
  await shop.button('Repair everything').click();
  await expect(part('Microservices', 'Payment')).not.toContainText('down');
});
