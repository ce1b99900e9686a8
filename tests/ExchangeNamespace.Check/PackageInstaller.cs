using System;
using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Check;

/// <summary>Brings the Debian packages that tests use.</summary>
internal static class PackageInstaller
{
    private const string Install = "apt-get install --yes --no-install-recommends ";

    /// <summary>An installation that is ended in the middle leaves the packages of the machine half done: longer than any network that works.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(20);

    /// <summary>Installs what is missing where that is possible and wanted.</summary>
    /// <returns>What is not there afterwards, and how to get it.</returns>
    public static IEnumerable<string> Run(IMachine machine, bool wanted)
    {
        if (!machine.IsDebian)
        {
            IEnumerable<string> all = DebianPackages.All.Select(p => $"{p.Name} ({p.Purpose})");
            return ["Not Debian, so nothing was installed. Tests start what these Debian packages hold, where it is: " + string.Join(", ", all)];
        }

        List<string> missing = Missing(machine);
        if (missing.Count > 0 && machine.MayInstall && wanted)
        {
            machine.Run("apt-get", ["-qq", "update"], s_limit);
            if (!Apt(machine, missing))
            {
                // What was ended in the middle is finished first; then one by one: a package that cannot be had must not keep the others away.
                machine.Run("dpkg", ["--configure", "-a"], s_limit);
                missing.ForEach(package => Apt(machine, [package]));
            }

            missing = Missing(machine);
            return missing.Count == 0 ? [] : [$"Could not be installed: {Names(missing)}. Try: {Install}{Names(missing)}"];
        }

        return missing.Count == 0 ? []
            : [$"Not installed, because {(machine.MayInstall ? "--no-install was given" : "that needs root")}: {Names(missing)}. "
                + $"As root: {Install}{Names(missing)}"];
    }

    private static bool Apt(IMachine machine, IEnumerable<string> packages) => machine.Run(
        "apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=120", "install", "--yes", "--no-install-recommends", .. packages], s_limit) == 0;

    private static List<string> Missing(IMachine machine) =>
        [.. DebianPackages.All.Select(p => p.Name).Where(name => !machine.IsInstalled(name))];

    private static string Names(IEnumerable<string> names) => string.Join(' ', names);
}
