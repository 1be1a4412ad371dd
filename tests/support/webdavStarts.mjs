import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The user account on the servers. */
export const person = { user: 'ada', password: 'app-pässword' };

const apacheConfiguration = (folder, port) => `
ServerRoot "${folder}"
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile "${folder}/apache.pid"
ErrorLog "${folder}/error.log"
CustomLog "${folder}/access.log" "%r %>s"
LogFormat "%r %>s" plain
Mutex file:${folder}
${[
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'dav',
  'dav_fs',
  'dav_lock',
]
  .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
  .join('\n')}
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
DocumentRoot "${folder}/files"
DavLockDB "${folder}/lock/db"
<Directory "${folder}/files">
  Dav On
  AuthType Basic
  AuthName "files"
  AuthUserFile "${folder}/users"
  Require valid-user
</Directory>
`;

/** Returns a users file with the {SHA} hash of the password, as `htpasswd -s` writes it. */
const usersFile = () => {
  const hash = createHash('sha1').update(person.password, 'utf8').digest('base64');
  return `${person.user}:{SHA}${hash}\n`;
};

const nginxConfiguration = (folder, port) => `
${process.getuid?.() === 0 ? 'user www-data;' : ''}
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;
events {}
http {
  access_log ${folder}/access.log;
  client_max_body_size 64m;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  .map((name) => `  ${name}_temp_path ${folder}/lock/${name};`)
  .join('\n')}
  server {
    listen 127.0.0.1:${port};
    root ${folder}/files;
    auth_basic "files";
    auth_basic_user_file ${folder}/users;
    dav_methods PUT DELETE MKCOL COPY MOVE;
    dav_ext_methods PROPFIND OPTIONS;
  }
}
`;

const lighttpdConfiguration = (folder, port) => `
server.modules = ("mod_auth", "mod_authn_file", "mod_webdav", "mod_accesslog")
server.bind = "127.0.0.1"
server.port = ${port}
server.document-root = "${folder}/files"
server.errorlog = "${folder}/lock/error.log"
accesslog.filename = "${folder}/lock/access.log"
server.upload-dirs = ("${folder}/lock")
${process.getuid?.() === 0 ? 'server.username = "www-data"\nserver.groupname = "www-data"' : ''}
webdav.activate = "enable"
auth.backend = "htpasswd"
auth.backend.htpasswd.userfile = "${folder}/users"
auth.require = ("" => ("method" => "basic", "realm" => "files", "require" => "valid-user"))
`;

/** The script that serves a folder with the npm package webdav-server. */
const npmServer = (folder, port) => `
import { v2 } from 'webdav-server';
const users = new v2.SimpleUserManager();
const user = users.addUser(${JSON.stringify(person.user)}, ${JSON.stringify(person.password)}, false);
const rights = new v2.SimplePathPrivilegeManager();
rights.setRights(user, '/', ['all']);
const httpAuthentication = new v2.HTTPBasicAuthentication(users, 'files');
const server = new v2.WebDAVServer({
  hostname: '127.0.0.1', port: ${port}, httpAuthentication, privilegeManager: rights,
});
server.setFileSystem('/', new v2.PhysicalFileSystem(${JSON.stringify(join(folder, 'files'))}), () =>
  server.start());
`;

/** Creates a server's folders and users file. A server that root starts runs as www-data, which must own the folders. */
function prepare(folder) {
  for (const name of ['files', 'lock']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'users'), usersFile());
  chmodSync(folder, 0o755);
  if (process.getuid?.() === 0) {
    // 33 is the user id of www-data on Debian.
    for (const name of ['files', 'lock']) chownSync(join(folder, name), 33, 33);
  }
}

/** Functions by server name. Each prepares a folder and returns the command that serves the folder on a port. */
export const starts = {
  nginx(folder, port) {
    prepare(folder);
    writeFileSync(join(folder, 'nginx.conf'), nginxConfiguration(folder, port));
    return ['nginx', ['-c', join(folder, 'nginx.conf')]];
  },
  lighttpd(folder, port) {
    prepare(folder);
    writeFileSync(join(folder, 'lighttpd.conf'), lighttpdConfiguration(folder, port));
    return ['lighttpd', ['-D', '-f', join(folder, 'lighttpd.conf')]];
  },
  npm(folder, port) {
    mkdirSync(join(folder, 'files'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    writeFileSync(join(folder, 'serve.mjs'), npmServer(folder, port));
    execFileSync('npm', ['install', '--no-audit', '--no-fund', 'webdav-server@2.6'], {
      cwd: folder,
      stdio: 'ignore',
    });
    return [process.execPath, [join(folder, 'serve.mjs')]];
  },
  apache(folder, port) {
    prepare(folder);
    writeFileSync(join(folder, 'apache.conf'), apacheConfiguration(folder, port));
    return ['apache2', ['-f', join(folder, 'apache.conf'), '-DFOREGROUND']];
  },
  rclone(folder, port) {
    mkdirSync(join(folder, 'files'), { recursive: true });
    const { user, password } = person;
    return [
      'rclone',
      `serve webdav ${folder}/files --config ${folder}/rclone.conf --addr 127.0.0.1:${port}`
        .split(' ')
        .concat('--user', user, '--pass', password),
    ];
  },
};
