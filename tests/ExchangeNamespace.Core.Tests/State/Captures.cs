using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using Xunit;

namespace ExchangeNamespace.Tests.State;

/// <summary>Captures as files and as text.</summary>
internal static class Captures
{
    public const string Space = "http://schemas.microsoft.com/powershell/2004/04";

    /// <summary>The example capture of the documentation.</summary>
    public static string Example => Path.Combine(Support.SharedData.RepositoryRoot(), "docs", "examples", "capture");

    public static (ExchangeState? State, IReadOnlyList<InputFault> Faults) Read(string text, string name = "Get-OwaVirtualDirectory.xml") =>
        Read([(name, Encoding.UTF8.GetBytes(text))], inFolder: false);

    public static (ExchangeState? State, IReadOnlyList<InputFault> Faults) Read(IEnumerable<(string Name, byte[] Content)> files, bool inFolder)
    {
        StateReader reader = new();
        foreach ((string name, byte[] content) in files)
        {
            using MemoryStream stream = new(content);
            reader.ReadFile(stream, name, inFolder);
        }

        ExchangeState? state = reader.Finish();
        Assert.Equal(state is null, reader.Faults.Count > 0);
        return (state, reader.Faults);
    }

    public static ExchangeState ReadFiles(params string[] files)
    {
        (ExchangeState? state, IReadOnlyList<InputFault> faults) = Read(files.Select(f => (f, File.ReadAllBytes(f))), inFolder: true);
        Assert.Empty(faults);
        return state!;
    }

    public static ExchangeState ReadFolder(string folder) => ReadFiles([.. Directory.EnumerateFiles(folder, "*.xml").Order(System.StringComparer.Ordinal)]);

    /// <summary>A real capture, or a visible skip.</summary>
    public static string Real(string file)
    {
        string path = Path.Combine(Support.SharedData.RepositoryRoot(), "..", "shared", "data", "third-party", "exchange-captures", file);
        if (!File.Exists(path))
        {
            Assert.Skip("../shared/data/third-party/exchange-captures is not beside this repository.");
        }

        return path;
    }

    /// <summary>A document with the given content.</summary>
    public static string Document(string content) => $"<Objs Version=\"1.1.0.1\" xmlns=\"{Space}\">{content}</Objs>";

    /// <summary>An OWA virtual directory with the given properties.</summary>
    public static string Owa(string properties) => Document(OwaOf("EX01", properties));

    /// <summary>The OWA virtual directory of a server, as one of the objects of a document.</summary>
    public static string OwaOf(string server, string properties) =>
        "<Obj RefId=\"0\"><TN RefId=\"0\"><T>Microsoft.Exchange.Data.Directory.SystemConfiguration.ADOwaVirtualDirectory</T></TN><Props>"
        + $"<S N=\"Identity\">{server}\\owa (Default Web Site)</S>" + properties + "</Props></Obj>";
}
