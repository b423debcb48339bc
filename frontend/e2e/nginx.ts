import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program, soon } from './program.ts';

const path = process.env.PORTICO_TEST_NGINX ?? '/usr/sbin/nginx';

/** A real nginx, on ports of its own, that serves what it is told. */
export class Nginx {
  readonly #folder = mkdtempSync(join(tmpdir(), 'portico-nginx-'));
  #program?: Program;

  /** Serves a configuration, such as one or more `server` blocks, from now on; `url` is an address that it then answers. */
  async serve(servers: string, url: string) {
    await this.#program?.stop('SIGQUIT');
    mkdirSync(join(this.#folder, 'temp'), { recursive: true });
    const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const text = [
      `pid ${this.#folder}/pid;`,
      'daemon off;',
      'worker_processes 1;',
      'error_log stderr info;',
      'events { worker_connections 256; }',
      'http {',
      'access_log off;',
      ...temp.map((name) => `${name}_temp_path ${this.#folder}/temp/${name};`),
      servers,
      '}',
    ];
    writeFileSync(join(this.#folder, 'nginx.conf'), text.join('\n'));
    const program = new Program(path, ['-p', this.#folder, '-c', 'nginx.conf', '-e', 'stderr']);
    this.#program = program;
    await soon('nginx serves', 30, async () => {
      if (!program.running) throw new Error(`nginx ended:\n${program.log}`);
      return fetch(url).then(
        () => true,
        () => false,
      );
    });
  }

  async stop() {
    await this.#program?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
