using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Loading;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Calendar;
using ExchangeNamespace.Model;
using ExchangeNamespace.Verdicts;

namespace ExchangeNamespace.Serialization;

/// <summary>
/// The way to JSON for everything outside this namespace. The library is loaded before the first method that names its types is entered,
/// so that a failure has one exception and no half-done work behind it.
/// </summary>
internal static class JsonFactory
{
    /// <summary>Reads a plan.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="cancel">Ends it between two values.</param>
    /// <returns>The plan; null with the faults when it was refused.</returns>
    /// <exception cref="DependencyLoadException">The JSON library cannot be loaded.</exception>
    public static (NamespacePlan? Plan, IReadOnlyList<InputFault> Faults) ReadPlan(string json, CancellationToken cancel = default)
    {
        Load(Prepare);
        return PlanJson.Read(json, cancel);
    }

    /// <summary>Writes a plan: indented, line ends LF, ASCII only.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="writer">Receives the text and stays open.</param>
    /// <exception cref="DependencyLoadException">The JSON library cannot be loaded.</exception>
    public static void WritePlan(NamespacePlan plan, TextWriter writer)
    {
        Load(Prepare);
        PlanJson.Write(plan, writer);
    }

    /// <summary>Writes a design file: indented, line ends LF, ASCII only.</summary>
    /// <param name="design">Its members as plain values, without the schema version.</param>
    /// <param name="writer">Receives the text and stays open.</param>
    /// <exception cref="DependencyLoadException">The JSON library cannot be loaded.</exception>
    public static void WriteDesign(IReadOnlyDictionary<string, object?> design, TextWriter writer)
    {
        Load(Prepare);
        DesignWriter.Write(design, writer);
    }

    /// <summary>Reads a design file.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="supported">The schema version that the caller understands.</param>
    /// <param name="cancel">Ends it between two values.</param>
    /// <returns>The members without the schema version; null with the faults when the file was refused.</returns>
    /// <exception cref="DependencyLoadException">The JSON library cannot be loaded.</exception>
    public static (IReadOnlyDictionary<string, object?>? Members, IReadOnlyList<InputFault> Faults) ReadDesign(
        string json, int supported, CancellationToken cancel = default)
    {
        Load(Prepare);
        return DesignJson.Read(json, supported, cancel);
    }

    /// <summary>Writes a verdict: indented, line ends LF, ASCII only.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="writer">Receives the text and stays open.</param>
    /// <exception cref="DependencyLoadException">The JSON library cannot be loaded.</exception>
    public static void WriteVerdict(NamespaceVerdict verdict, TextWriter writer)
    {
        Load(Prepare);
        VerdictJson.Write(verdict, writer);
    }

    /// <summary>Writes a migration with its calendar: indented, line ends LF, ASCII only.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="calendar">Its days; null where no start was stated.</param>
    /// <param name="writer">Receives the text and stays open.</param>
    /// <exception cref="DependencyLoadException">The JSON library cannot be loaded.</exception>
    internal static void WriteMigration(NamespaceMigration migration, MigrationCalendar? calendar, TextWriter writer)
    {
        Load(Prepare);
        MigrationJson.Write(migration, calendar, writer);
    }

    /// <summary>Writes the baseline of a verdict.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="writer">Receives the text and stays open.</param>
    /// <exception cref="DependencyLoadException">The JSON library cannot be loaded.</exception>
    public static void WriteBaseline(IEnumerable<BaselineEntry> problems, TextWriter writer)
    {
        Load(Prepare);
        VerdictJson.Write(problems, writer);
    }

    /// <summary>Reads the baseline of a verdict.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="cancel">Ends it between two values.</param>
    /// <returns>The problems; null with the faults when the file was refused.</returns>
    /// <exception cref="DependencyLoadException">The JSON library cannot be loaded.</exception>
    public static (IReadOnlyList<BaselineEntry>? Problems, IReadOnlyList<InputFault> Faults) ReadBaseline(string json,
        CancellationToken cancel = default)
    {
        Load(Prepare);
        return VerdictJson.ReadBaseline(json, cancel);
    }

    /// <summary>Runs what loads the library.</summary>
    /// <param name="prepare">Loads it.</param>
    /// <exception cref="DependencyLoadException">It cannot be loaded.</exception>
    internal static void Load(Action prepare)
    {
        try
        {
            prepare();
        }
        catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            throw new DependencyLoadException(PrivateLibraries.Json.Name, exception);
        }
    }

    private static void Prepare()
    {
        DependencyResolver.Prepare(PrivateLibraries.Json);
        Touch();
    }

    /// <summary>Entering it makes the runtime look for the library, which PowerShell 7 does no earlier.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Touch() => _ = new Newtonsoft.Json.JsonSerializerSettings();
}
