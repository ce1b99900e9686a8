using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Hosted.Tests.Commands.Findings;

/// <summary>What rows ask for by name in place of a network, of certificates and of files.</summary>
public sealed partial class StandIns : IDisposable
{
    private readonly Stack<IDisposable> _made = new();
    private readonly TemporaryFolder _folder;

    public StandIns() => _folder = Keep(new TemporaryFolder());

    /// <summary>The address of a DNS server that answers from these lines.</summary>
    public string Dns(object lines) => "127.0.0.1:" + Keep(new FakeDnsServer(new ZoneAnswers(Each(lines)).Answer)).Port;

    /// <summary>The path of a file with this text.</summary>
    public string Text(string extension, string text) => _folder.Write(Path.GetRandomFileName() + extension, text);

    /// <summary>The path of a folder with these files: a name, a text, and so on.</summary>
    public string Folder(params string[] files)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder.Path, Path.GetRandomFileName())).FullName;
        foreach (string[] file in files.Chunk(2))
        {
            System.IO.File.WriteAllText(Path.Combine(folder, file[0]), file[1]);
        }

        return folder;
    }

    /// <summary>The path of a file with these certificates.</summary>
    public string Pem(params X509Certificate2[] certificates) =>
        Text(".pem", string.Join('\n', Array.ConvertAll(certificates, c => c.ExportCertificatePem())));

    public void Dispose()
    {
        while (_made.TryPop(out IDisposable? made))
        {
            made.Dispose();
        }
    }

    /// <summary>PowerShell would join an array of objects to one text.</summary>
    private static IEnumerable<string> Each(object lines) =>
        lines is IEnumerable<object> many ? many.Select(l => l.ToString()!) : [lines.ToString()!];

    private T Keep<T>(T made)
        where T : IDisposable
    {
        _made.Push(made);
        return made;
    }
}
