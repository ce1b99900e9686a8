using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace ExchangeNamespace.Framework;

/// <summary>
/// Writes answers to a file: <c>names FILE BIN</c>, <c>plans FILE BIN</c>, <c>probes FILE BIN THING...</c>
/// (see <see cref="ProbeAnswers"/>), or <c>libraries FILE BIN CERTIFICATE SERVER OLDER...</c>, where OLDER are files of other versions
/// to be loaded first. BIN is the folder of the module.
/// </summary>
internal static class Program
{
    private const int FirstOlder = 5;

    private static int Main(string[] arguments)
    {
        string module = arguments[2];
        AppDomain.CurrentDomain.AssemblyResolve += (_, e) =>
        {
            string file = Path.Combine(module, new AssemblyName(e.Name).Name + ".dll");
            return File.Exists(file) ? Assembly.LoadFrom(file) : null;
        };
        File.WriteAllLines(arguments[1], Answers(arguments), new UTF8Encoding(false));
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IEnumerable<string> Answers(string[] arguments) => arguments[0] switch
    {
        "names" => NameAnswers.All(),
        "plans" => Attached(PlanAnswers.All),
        "probes" => [.. Attached(() => ProbeAnswers.All(arguments.Skip(3))), .. Loaded()],
        _ => Libraries(arguments),
    };

    private static IEnumerable<string> Libraries(string[] arguments)
    {
        foreach (string older in arguments.Skip(FirstOlder))
        {
            Assembly.LoadFrom(older);
        }

        string[] answers = [.. Attached(() => LibraryAnswers.All(arguments[3], arguments[4])), .. PlanAnswers.All().Where(a => a.StartsWith("back ", StringComparison.Ordinal)).Distinct()];
        return answers.Concat(Loaded());
    }

    private static IEnumerable<string> Loaded() => AppDomain.CurrentDomain.GetAssemblies()
        .Select(a => a.GetName())
        .Where(n => n.Name is "DnsClient" or "Newtonsoft.Json" or "System.Buffers" or "BouncyCastle.Cryptography")
        .Select(n => "loaded " + n.Name + " " + n.Version)
        .OrderBy(n => n, StringComparer.Ordinal);

    private static IEnumerable<string> Attached(Func<IEnumerable<string>> answers)
    {
        Loading.DependencyResolver.Attach();
        return answers();
    }
}
