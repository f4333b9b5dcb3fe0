// The wall's looks at three shapes; it is dark and has no other scheme.
const sizes = [
  { name: '1920', width: 1920, height: 1080, shrink: 1 },
  { name: '3840x1080', width: 3840, height: 1080, shrink: 2 },
  { name: '1080x1920', width: 1080, height: 1920, shrink: 1 },
];

const stands = (page) => page.getByRole('img', { name: /每日志愿服务/ }).waitFor({ state: 'attached' });

export const hall = {
  name: 'hall', schemes: [''], sizes,
  screens: [{ name: 'hall', hash: () => '#/hall?token=recorded', stands }],
  async enter(server, page, hash) {
    const secret = server.shanzhi('user', 'token', '--role', 'display').trim();
    await page.goto(`${server.url}/${hash.replace('recorded', encodeURIComponent(secret))}`);
  },
};
