using System;
using System.Management.Automation;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Binding;

/// <summary>
/// Says to someone who gives a path, or what is left of an object behind a job or a file, where an object is wanted which command makes it.
/// </summary>
/// <param name="wanted">What is wanted here.</param>
/// <param name="makers">The commands that make it.</param>
/// <param name="refuses">Which texts are refused; null for all.</param>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class ObjectNotTextAttribute(string wanted, string makers, Func<string, bool>? refuses = null)
    : ArgumentTransformationAttribute
{
    protected const string Plan = "A plan is wanted here, not a text or path.";

    protected const string PlanNotPath = "A plan is wanted here, not a path.";

    protected const string PlanFiles = "Import-NamespacePlan reads a plan file, Get-NamespacePlan -Path a design file.";

    protected const string Captures = "Import-ExchangeState reads captured files.";

    private const string IsCopy =
        "This is a copy that came through a job, another session or Export-Clixml: it has the texts of the object and no more.";

    private static readonly string[] Copies = [Copy<NamespacePlan>(), Copy<NamespaceMigration>(), Copy<ExchangeState>()];

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        Bare.Of(inputData) is string text && refuses?.Invoke(text) != false
            ? throw new ArgumentTransformationMetadataException(wanted + " " + makers)
            : inputData is PSObject copy && copy.TypeNames.Count > 0 && Array.IndexOf(Copies, copy.TypeNames[0]) >= 0
            ? throw new ArgumentTransformationMetadataException(IsCopy + " " + makers)
            : inputData;

    private static string Copy<T>() => "Deserialized." + typeof(T).FullName;
}

/// <summary>Of a parameter that takes a plan, in commands that take no text at its place.</summary>
internal sealed class PlanNotPathAttribute() : ObjectNotTextAttribute(Plan, PlanFiles);

/// <summary>Of a parameter that takes a migration.</summary>
internal sealed class MigrationNotTextAttribute()
    : ObjectNotTextAttribute("A migration is wanted here, not a text or path.", "New-NamespaceMigration makes it.");

/// <summary>
/// Of a parameter that takes a plan, beside one that takes names from the same pipeline: only what looks like a path is refused.
/// </summary>
internal sealed class PlanOrNameAttribute() : ObjectNotTextAttribute(PlanNotPath, PlanFiles, PathLike.IsPath);

/// <summary>Of a parameter that takes a plan, beside one that takes paths of other files from the same pipeline.</summary>
internal sealed class PlanOrPathAttribute()
    : ObjectNotTextAttribute(PlanNotPath, PlanFiles, t => t.EndsWith(".json", StringComparison.OrdinalIgnoreCase));

/// <summary>Of a parameter that takes the calendar of a migration.</summary>
internal sealed class CalendarNotTextAttribute() : ObjectNotTextAttribute(
    "The entries of a calendar are wanted here, not a text.", "Export-NamespaceMigrationScript -Calendar writes them.");

/// <summary>Of a parameter that takes a captured state, beside one that takes objects from the same pipeline.</summary>
internal sealed class StateOrObjectAttribute()
    : ObjectNotTextAttribute("Captured settings are wanted here, not a path.", Captures, PathLike.IsPath);

/// <summary>Of a parameter that takes a captured state.</summary>
internal sealed class StateNotPathAttribute()
    : ObjectNotTextAttribute("Captured settings are wanted here, not a text or path.", Captures);

/// <summary>Of a parameter beside another, of which one takes a plan and one a captured state.</summary>
internal sealed class PlanOrStateNotPathAttribute() : ObjectNotTextAttribute(
    "A plan or captured settings are wanted here, not a text or path.", PlanFiles + " " + Captures);
