// Links our page of councils from the dashboard of Admin: a tenant comes with its council, and is not made by hand.

const councils = {
  id: 'redress.councils',
  pluginPoint: 'admin.dashboard.section',
  priority: 0,
  properties: { label: 'Councils' },
  render: (container) => {
    const link = (to, text) => {
      const item = document.createElement('li');
      const anchor = document.createElement('a');
      anchor.href = to;
      // the page is not one of Admin's own
      anchor.target = '_self';
      anchor.textContent = text;
      item.append(anchor);
      return item;
    };
    const heading = document.createElement('h3');
    heading.textContent = 'Councils';
    const list = document.createElement('ul');
    list.append(link('/redress/councils', 'List of Councils'), link('/redress/councils/new', 'Add a Council'));
    container.append(heading, list);
  },
};

export default [councils];
